"""Windows on the live site that remember what went wrong in them."""

from urllib.parse import urlsplit

# A 404 or 410 page is one of the page types, a 503 one is the maintenance page.
TOLD = tuple(
    f"Failed to load resource: the server responded with a status of {n}" for n in (4, 503)
)


class Windows:
    def __init__(self, browser, base_url):
        self.browser = browser
        self.base_url = base_url
        self.contexts = []
        self.faults = []

    def open(self, address="/", *, width=1280, height=900, mode="standard", size=2, **options):
        staff = options.pop("staff", False)
        context = self.browser.new_context(
            base_url=self.base_url, viewport={"width": width, "height": height}, **options
        )
        self.contexts.append(context)
        if (mode, size) != ("standard", 2):
            cookie = {"name": "display", "value": f"{mode}-original-{size}", "url": self.base_url}
            context.add_cookies([cookie])
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda message: self._console(message, staff))
        page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        page.on("request", lambda request: self._request(request))
        page.goto(address)
        return page

    def _console(self, message, staff):
        if message.type != "error" or message.text.startswith(TOLD):
            return
        # CKEditor 4 tries a few inline styles and scripts that the staff policy blocks; measured
        # harmless. Citizens' pages have no such excuse.
        if staff and "Content Security Policy" in message.text:
            return
        self.faults.append(f"console: {message.text}")

    def _request(self, request):
        host = urlsplit(request.url).netloc
        if host and host != urlsplit(self.base_url).netloc:
            self.faults.append(f"request to another host: {request.url}")

    def close(self):
        for context in self.contexts:
            context.close()
        assert not self.faults, self.faults


def log_in(page, username, password):
    page.goto("/admin/")
    page.get_by_label("用户名").fill(username)
    page.get_by_label("密码").fill(password)
    page.get_by_role("button", name="登录").click()
