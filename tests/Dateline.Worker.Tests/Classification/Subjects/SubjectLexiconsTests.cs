using Dateline.Worker.Classification.Subjects;
using Dateline.Worker.Classification.Topics;

namespace Dateline.Worker.Tests.Classification.Subjects;

public class SubjectLexiconsTests
{
    public static TheoryData<string> Languages => [.. SubjectLexicons.Languages];

    [Fact]
    public void All_Subjects_HaveASlugATopicAndAName()
    {
        Assert.True(SubjectCatalog.All.Count > 200);
        Assert.Equal(SubjectCatalog.All.Count, SubjectCatalog.All.Select(subject => subject.Slug).Distinct().Count());
        Assert.All(SubjectCatalog.All, subject =>
        {
            Assert.True(LabelSet.IsSlug(subject.Slug), subject.Slug);
            Assert.NotEmpty(subject.Name);
            Assert.NotEmpty(subject.Topics);
            Assert.All(subject.Topics, topic => Assert.InRange(topic, 0, TopicCatalog.Count - 1));
        });
        Assert.All(Enumerable.Range(0, TopicCatalog.Count), topic => Assert.Contains(SubjectCatalog.All, subject => subject.Topics.Contains(topic)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Terms_OfEachLanguage_NameEverySubjectInLowerCaseAndOnce(string language)
    {
        var terms = SubjectLexicons.Terms(language);
        Assert.Equal(SubjectCatalog.All.Count, terms.Select(term => term.Topic).Distinct().Count());
        Assert.All(terms, term => Assert.True(string.Equals(term.Term, term.Term.ToLowerInvariant(), StringComparison.Ordinal) && term.Term.TrimEnd('*').IndexOf('*') < 0, term.Term));
        var twice = terms.GroupBy(term => (term.Topic, term.Term)).Where(group => group.Count() > 1).Select(group => group.Key.Term);
        Assert.Empty(twice);
    }

    [Fact]
    public void Languages_AreThoseOfTheLexicons() => Assert.Equal(BuiltIn.Lexicons.Languages.Order(), SubjectLexicons.Languages.Order());

    [Theory]
    [InlineData("")]
    [InlineData("und")]
    [InlineData("tlh")]
    public void Find_LanguageWithoutTerms_IsNull(string language) => Assert.Null(SubjectLexicons.Find(language));

    [Fact]
    public void IndexOf_NoSubject_NamesIt() =>
        Assert.Contains("\"weltraumtourismus\"", Assert.Throws<InvalidDataException>(() => SubjectCatalog.IndexOf("weltraumtourismus")).Message, StringComparison.Ordinal);
}
