"""The words for what a person did at an event. Pure Python.

The table is the one of the attendee annotation rules; an attendance row stores one or more of
these words as a list, in the order the text gives them.
"""

PARTS = (
    "出席", "参加", "讲话", "致辞", "主持", "报告", "宣读", "宣布", "发言", "宣讲", "颁奖", "领奖",
    "发放", "赠送", "授旗", "授牌", "揭牌", "启动", "开球", "认领", "调研", "慰问", "陪同", "观看",
    "带队",
)  # fmt: skip
