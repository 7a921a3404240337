using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Codes;
using Memti.Scenarios.Tests.Fakes;

namespace Memti.Scenarios.Tests;

public sealed class DocumentTests
{
    private static readonly string[] Marks =
    [
        "memti",
        ": ", "1", "\n", "  ", "- ", "[", "]", "{", "}", ", ", "&a ", "*a", "? ", "!!str ", "|\n", ">", "'", "\"", "#", "---\n",
        "...",
        "%YAML 1.1\n", "\t", "null", "designs", "<<", "@", "`", "\u0085", "\0", "\ud83d",
    ];

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# nothing but a comment\n")]
    [InlineData("---\n")]
    [InlineData("~")]
    public void An_empty_file_is_MEMTI2001(string text) => Only(text).Code.ShouldBe(DocumentCodes.ScenarioEmpty);

    [Theory]
    [InlineData("memti: 1\nname: [a, b\n", 2)]
    [InlineData("memti: 1\n\tname: a\n", 1)]
    [InlineData("memti: 1\nname: 'a\n", 2)]
    [InlineData("memti: 1\nname: *nothing\n", 2)]
    [InlineData("memti: 1\nname: &a [*a]\n", 2)]
    [InlineData("memti: 1\n---\nmemti: 1\n", 2)]
    [InlineData("memti: !env VERSION\n", 1)]
    public void Text_that_is_no_single_YAML_document_is_MEMTI2002(string text, int line)
    {
        Diagnostic finding = Only(text);

        (finding.Code, finding.Line).ShouldBe((DocumentCodes.ScenarioSyntax, line));
    }

    [Fact]
    public void A_document_that_is_no_mapping_is_MEMTI2005() => Only("- memti").Code.ShouldBe(DocumentCodes.WrongType);

    [Fact]
    public void A_key_that_is_no_word_is_MEMTI2005() =>
        Samples.Read(Samples.Whole + "\n[a, b]: 1\n").Findings.ShouldHaveSingleItem().Code.ShouldBe(DocumentCodes.WrongType);

    [Fact]
    public void A_file_that_does_not_exist_is_MEMTI1002()
    {
        Diagnostic finding = new ScenarioReader(new FakeCatalog()).ReadFile("no/such/file.memti.yaml").Findings.ShouldHaveSingleItem();

        (finding.Code, finding.File).ShouldBe((DiagnosticCode.FileUnreadable, "no/such/file.memti.yaml"));
    }

    [Fact]
    public void A_folder_is_MEMTI1002() =>
        new ScenarioReader(new FakeCatalog()).ReadFile(Path.GetTempPath()).Findings
            .ShouldHaveSingleItem().Code
            .ShouldBe(DiagnosticCode.FileUnreadable);

    [Fact]
    public void A_file_above_4_MiB_is_MEMTI1002() =>
        Only(new string('#', 4 * 1024 * 1024 + 1)).Code.ShouldBe(DiagnosticCode.FileUnreadable);

    [Fact]
    public void A_file_that_is_no_text_is_MEMTI1002()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("binary.memti.yaml", [0x6d, 0xff, 0xfe, 0x00]);

        new ScenarioReader(new FakeCatalog()).ReadFile(path).Findings.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCode.FileUnreadable);
    }

    [Fact]
    public void A_byte_order_mark_is_no_content()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("marked.memti.yaml", [0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(Samples.Whole)]);

        new ScenarioReader(new FakeCatalog()).ReadFile(path).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Aliases_that_multiply_without_end_are_MEMTI2002()
    {
        StringBuilder text = new("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 40; level++)
            text.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n");

        Only(text.ToString()).Code.ShouldBe(DocumentCodes.ScenarioSyntax);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1_000_000)]
    public void Values_nested_without_end_are_MEMTI2002(int depth) =>
        Only("memti: " + new string('[', depth)).Code.ShouldBe(DocumentCodes.ScenarioSyntax);

    [Fact]
    public void Aliases_nested_without_end_are_MEMTI2002()
    {
        StringBuilder text = new("a0: &a0 [x]\n");
        for (int level = 1; level < 200; level++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{level}: &a{level} [*a{level - 1}]\n");

        Only(text.ToString()).Code.ShouldBe(DocumentCodes.ScenarioSyntax);
    }

    [Fact]
    public void A_file_of_unknown_keys_gives_a_bounded_list()
    {
        StringBuilder text = new(Samples.Whole + "\n");
        for (int key = 0; key < 20_000; key++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"key{key}: 1\n");

        Samples.Read(text.ToString()).Findings.Count.ShouldBe(1000);
    }

    [Fact]
    public void Garbage_gives_findings_and_never_an_exception() =>
        Prop.ForAll<string>(static text => HasOutcome(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void A_damaged_scenario_gives_findings_or_a_scenario_and_never_an_exception() =>
        Prop.ForAll<ushort, string>(static (at, text) => HasOutcome(Samples.Whole.Insert(at % Samples.Whole.Length, text ?? "")))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_sequence_of_YAML_marks_gives_findings_or_a_scenario_and_never_an_exception()
    {
        Arbitrary<string> marks = Gen.Elements(Marks).ListOf().Select(static parts => string.Concat(parts)).ToArbitrary();

        Property property = Prop.ForAll(marks, static text => HasOutcome(text) && HasOutcome("memti: 1\n" + text));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), property);
    }

    private static bool HasOutcome(string text)
    {
        ScenarioResult result = Samples.Read(text);
        return result.Scenario is null == result.Findings.Count > 0;
    }

    private static Diagnostic Only(string text)
    {
        ScenarioResult result = Samples.Read(text);
        result.Scenario.ShouldBeNull();
        return result.Findings.ShouldHaveSingleItem();
    }
}
