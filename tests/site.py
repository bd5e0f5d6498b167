"""A small site with something of everything, and the list of its page types.

`PAGE_TYPES` is the list that accessibility, headers and meta labels are tested on. A public address
that is neither here nor in `NOT_PAGES` fails `test_page_types.py`.
"""

from datetime import date, timedelta
from types import SimpleNamespace

from django.urls import get_resolver
from django.utils import timezone

from news.models import Article, Column
from news.outside import leaving_address

from . import factory

PEOPLE = (
    ("梁一帆", ["市委副书记", "政法委书记"], ["讲话", "赠送"]),
    ("方国安", ["市人大常委会副主任", "市总工会主席"], ["出席", "主持"]),
    ("欧阳雪", ["市总工会副主席(兼)"], ["参加"]),
)
BODY = """
<p>1月11日上午，送温暖启动仪式在市工人文化宫广场举行。</p>
<h2>一、安排</h2>
<p>服务队分三路，走访困难职工家庭，详见<a href="/tzgg/">通知公告</a>。
报名网站：<a href="https://baoming.example.com/?id=7&amp;from=gh">职工服务平台</a>；
政策原文：<a href="https://www.changzhou.gov.cn/">市政府网站</a>。</p>
<ul><li>天宁区</li><li>钟楼区</li></ul>
<table><caption>日程</caption><thead><tr><th scope="col">时间</th><th scope="col">地点</th></tr></thead>
<tbody><tr><td>9:00</td><td>文化宫广场</td></tr></tbody></table>
<h3>（一）物资</h3>
<blockquote><p>把温暖送到职工身边。</p></blockquote>
"""


def build():
    """Columns, articles, notice, links; returns what the tests name, in a namespace."""
    factory.make_identity()
    factory.make_link()
    factory.make_notice()
    news = factory.make_column("工会要闻", "ghyw", description="要闻", keywords="工会,要闻")
    papers = factory.make_column("公告文件", "ggwj", kind=Column.Kind.NOTICES)
    notices = factory.make_column("通知公告", "tzgg", kind=Column.Kind.NOTICES, parent=papers)
    policy = factory.make_column(
        "政策文件", "zcwj", kind=Column.Kind.POLICY, parent=papers, column_type="政策文件"
    )
    service = factory.make_column("普惠服务", "phfw", kind=Column.Kind.SERVICE)
    about = factory.make_column("机构概况", "jggk", kind=Column.Kind.PAGE, in_navigation=False)
    article = _article(news)
    for number in range(25):
        factory.make_article(
            f"第{number + 1}期职工技能夜校开班",
            home_column=news,
            publish_at=timezone.now() - timedelta(days=2, hours=number),
            summary="课程在晚间开设，凭职工卡免费报名。",
        )
    paper = factory.make_article(
        "关于印发服务站点管理办法的通知",
        home_column=policy,
        document_number="常工发〔2026〕12号",
        issuer="常州市总工会",
        issued_on=date(2026, 9, 8),
        validity=Article.Validity.VALID,
    )
    factory.make_article("关于申报疗休养计划的通知", home_column=notices)
    factory.make_article("免费体检服务指南", home_column=service)
    factory.make_article("市总工会机构概况", home_column=about, body="<p>市总工会设七个部室。</p>")
    repealed = factory.make_article(
        "关于印发服务站点建设暂行办法的通知",
        home_column=policy,
        document_number="常工发〔2023〕9号",
        issuer="常州市总工会办公室",
        issued_on=date(2023, 4, 18),
        validity=Article.Validity.REPEALED,
        pinned_until=timezone.now() + timedelta(days=3),
    )
    _compose_home(news, notices, policy, service)
    withdrawn = factory.make_article("已经撤下的稿件", home_column=news)
    withdrawn.withdraw()
    draft = factory.make_draft("仍在修改的稿件", home_column=news)
    return SimpleNamespace(
        article=article,
        paper=paper,
        repealed=repealed,
        withdrawn=withdrawn,
        draft=draft,
        news=news,
        about=about,
    )


def _compose_home(news, notices, policy, service):
    """A block of every kind, place and layout."""
    factory.make_service("办事指南", "/jggk/", note="加入工会怎么办", icon=factory.make_picture())
    factory.make_service("联系我们", "/jggk/")
    factory.make_block(kind="headlines", place="full", rows=5)
    factory.make_block(kind="hotline", place="full")
    factory.make_block(news, layout="pictures", rows=6)
    factory.make_block(notices, place="side", title="最新通知")
    factory.make_block(kind="services", place="full")
    factory.make_block(policy)
    factory.make_block(service, place="full")
    factory.make_block(kind="links", place="side")


def _article(news):
    article = factory.make_article(
        "常州市举行送温暖启动仪式",
        home_column=news,
        shoulder_title="把关怀送到职工身边",
        subtitle="三路服务队同时出发",
        body=BODY,
        summary="服务队分三路走访困难职工家庭。",
        keywords="送温暖、困难职工",
        author="林远舟",
        editor="苏映雪",
        cover=factory.make_picture("广场上整齐摆放的慰问品"),
        pinned_until=timezone.now() + timedelta(days=3),
    )
    for name, positions, parts in PEOPLE:
        factory.make_attendance(article, name, positions, parts)
    factory.make_attendance(article, "劳模、工匠代表", (), ("参加",), is_group=True)
    factory.make_attachment(article, "送温暖报名表.pdf")
    factory.make_video(article, poster=factory.make_picture("老师傅在机床旁讲解"))
    return article


# name -> address of one page of that type on the site above.
PAGE_TYPES = {
    "home": lambda site: "/",
    "column": lambda site: "/ghyw/",
    "column, page 2": lambda site: "/ghyw/?page=2",
    "column with columns below": lambda site: "/ggwj/",
    "official papers": lambda site: "/zcwj/",
    "official papers filtered": lambda site: "/zcwj/?words=站点&validity=repealed",
    "official papers, nothing found": lambda site: "/zcwj/?words=查无此词&year=1066",
    "article": lambda site: site.article.get_absolute_url(),
    "official paper": lambda site: site.paper.get_absolute_url(),
    "official paper no longer in force": lambda site: site.repealed.get_absolute_url(),
    "page": lambda site: "/jggk/",
    "search": lambda site: "/search/?q=夜校",
    "search without words": lambda site: "/search/",
    "search that finds nothing": lambda site: "/search/?q=查无此词",
    "search for elder mode": lambda site: "/search/?q=长辈版",
    "site map": lambda site: "/map/",
    "leaving": lambda site: leaving_address("https://工会.中国/培训?id=7"),
    "not found": lambda site: "/ghyw/2020/01/01/999999/",
    "gone": lambda site: site.withdrawn.get_absolute_url(),
}
EXPECTED_STATUS = {"not found": 404, "gone": 410}

# URL patterns (view names) whose answer is no HTML page of its own.
NOT_PAGES = {
    "favicon",
    "manifest",
    "sitemap",
    "feed",
    "column_feed",
    "robots",
    "healthz",
    "readyz",
    "picture",
    "legacy_standard_page",
    "legacy_elder_page",
    "accessibility:switch",
    "accessibility:elder",
    "news:attachment",
    "news:qr_code",
    "news:page_qr_code",
    "news:video",
    "news:captions",
}


def public_view_names(resolver=None, namespace=""):
    """Names of the views behind every address outside the desk."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if hasattr(pattern, "url_patterns"):
            if pattern.namespace != "admin":
                prefix = f"{pattern.namespace}:" if pattern.namespace else ""
                yield from public_view_names(pattern, namespace + prefix)
        else:
            yield f"{namespace}{pattern.name}"
