"""Rows under an article's form, when somebody else deleted one of them meanwhile."""

from django import forms


class LastingFormSet(forms.BaseInlineFormSet):
    """A posted row whose stored one is gone becomes a new row.

    Otherwise Django refuses it for ever, by an error at a field nobody sees.
    """

    def __init__(self, data=None, files=None, instance=None, **options):
        if data is not None and instance is not None and instance.pk:
            rows = self.model._default_manager.filter(**{self.fk.name: instance})
            known = {str(pk) for pk in rows.values_list("pk", flat=True)}
            data, files = _renew_gone_rows(data, files, options["prefix"], known)
        super().__init__(data, files, instance, **options)


def _renew_gone_rows(data, files, prefix: str, known: set[str]):
    """The posted data with such rows behind all others, without their number."""
    initial = int(data.get(f"{prefix}-INITIAL_FORMS") or 0)
    count = int(data.get(f"{prefix}-TOTAL_FORMS") or 0)
    gone = [n for n in range(initial) if data.get(f"{prefix}-{n}-id") not in known]
    if not gone:
        return data, files
    order = [n for n in range(count) if n not in gone] + gone
    places = {f"{prefix}-{old}": f"{prefix}-{new}" for new, old in enumerate(order)}
    data, files = _moved(data, places), _moved(files, places)
    data[f"{prefix}-INITIAL_FORMS"] = str(initial - len(gone))
    for new in range(count - len(gone), count):
        data[f"{prefix}-{new}-id"] = ""
    return data, files


def _moved(posted, places: dict[str, str]):
    """A copy in which each row's fields stand under the row's new place."""
    copy = posted.copy()
    copy.clear()
    for key, values in posted.lists():
        row, _, field = key.rpartition("-")
        # A kept file's token is named after its field: <prefix>-<n>-upload-kept.
        if row not in places and row.rpartition("-")[0] in places:
            row, field = row.rpartition("-")[0], f"{row.rpartition('-')[2]}-{field}"
        copy.setlist(f"{places[row]}-{field}" if row in places else key, values)
    return copy
