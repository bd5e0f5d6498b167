"""What a reader may ask of a list of official papers: words, issuer, year of issue, validity."""

from django import forms

from .models import Article

LONGEST_WORDS = 50  # characters
ANY = "全部"
NOT_OFFERED = {"invalid_choice": "没有这个选项，这一项没有用来筛选。"}


class OfficialPaperFilter(forms.Form):
    """A GET form over `papers`, a queryset of what may be read.

    The selects offer what occurs among these papers and nothing else, so that a draft's issuer is
    not given away. A value that is not offered is left out of the question, and the field says so.
    """

    words = forms.CharField(
        label="标题或文号",
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.SearchInput,
        error_messages={"max_length": f"最多 {LONGEST_WORDS} 个字，这一项没有用来筛选。"},
    )
    issuer = forms.ChoiceField(label="发文机关", required=False, error_messages=NOT_OFFERED)
    year = forms.TypedChoiceField(
        label="成文年份", required=False, coerce=int, empty_value=None, error_messages=NOT_OFFERED
    )
    validity = forms.ChoiceField(label="有效性", required=False, error_messages=NOT_OFFERED)

    def __init__(self, data, papers):
        super().__init__(data)
        records = set(papers.paper_records())
        self.has_papers = bool(records)
        issuers = {issuer for issuer, _, _ in records if issuer}
        years = {year for _, year, _ in records if year}
        validities = {validity for _, _, validity in records}
        self._offer("issuer", [(issuer, issuer) for issuer in sorted(issuers)])
        self._offer("year", [(year, f"{year}年") for year in sorted(years, reverse=True)])
        self._offer("validity", [row for row in Article.Validity.choices if row[0] in validities])
        self.is_valid()

    def _offer(self, name: str, choices: list) -> None:
        self.fields[name].choices = [("", ANY), *choices]

    @property
    def question(self) -> dict:
        """What is asked, for `official_papers(**question)`."""
        return {name: value for name, value in self.cleaned_data.items() if value}
