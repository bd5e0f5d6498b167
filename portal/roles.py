"""The staff's roles: groups with the least each needs. Superusers need none."""

DESK = (
    "add_article", "change_article", "view_article", "delete_article",
    "add_attendance", "change_attendance", "delete_attendance", "view_attendance",
    "add_attachment", "change_attachment", "delete_attachment", "view_attachment",
    "add_video", "change_video", "delete_video", "view_video",
    "add_picture", "change_picture", "view_picture", "view_column", "view_source",
)  # fmt: skip
REVIEW = tuple(name for name in DESK if name != "delete_article")
RELEASE = ("publish_article", "withdraw_article", "add_source", "change_source")
# Who releases also says what stands where on the home page and above every page.
FRONT_PAGE = tuple(
    f"{may}_{model}"
    for model in ("homeblock", "servicelink", "noticebar", "friendlylink")
    for may in ("add", "change", "delete", "view")
)

# role -> codenames of permissions of the apps `news` and `portal`
ROLES = {
    "作者": DESK,
    "初审": REVIEW,
    "复审": REVIEW,
    "终审": (*REVIEW, *RELEASE, *FRONT_PAGE),
}


def create_roles(group_model, permission_model) -> None:
    """Creates the groups or sets their permissions right; takes historical models too."""
    for name, codenames in ROLES.items():
        group, _ = group_model.objects.get_or_create(name=name)
        group.permissions.set(
            permission_model.objects.filter(
                content_type__app_label__in=("news", "portal"), codename__in=codenames
            )
        )
