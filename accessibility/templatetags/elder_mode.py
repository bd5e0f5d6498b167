"""Finds readers who look for elder mode by one of its names."""

from django import template

register = template.Library()

# 移动互联网应用适老化通用设计规范 3.1: a search for any usual name leads to the entry.
NAMES = ("长者", "长辈", "老年", "老人", "关怀", "关爱", "亲情", "适老", "大字")
KINDS = ("版", "模式", "化", "字体")


@register.filter
def asks_for_elder_mode(words: str) -> bool:
    """Whether the searched words are a name of elder mode: 长辈版, 关怀版, 老年模式, 大字版 …"""
    return any(name + kind in words for name in NAMES for kind in KINDS)
