using Memti.Abstractions.Arrays;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Plugins;
using Memti.Documents.Codes;
using Memti.Scenarios.Schemas;
using Memti.Scenarios.Tests.Fakes;

namespace Memti.Scenarios.Tests;

/// <summary>Words and keys have one spelling; those of earlier versions are taken with a notice.</summary>
public sealed class SpellingTests
{
    private static readonly FakeCatalog Catalog = new FakeCatalog().With<SpelledOptions>(PluginContract.Memory, "flux");

    [Theory]
    [InlineData("profile: nvsim_2012", null)]
    [InlineData("profile: nvsim2012", "nvsim_2012")]
    [InlineData("profile: nvsim-2012", "nvsim_2012")]
    [InlineData("profile: NVSIM_2012", "nvsim_2012")]
    public void A_profile_is_read_in_any_spelling_that_it_had(string text, string? now) =>
        Read(text, now).Profile.ShouldBe(ArrayProfile.Nvsim2012);

    [Theory]
    [InlineData("target: read_edp", null)]
    [InlineData("target: ReadEDP", "read_edp")]
    [InlineData("target: read-edp", "read_edp")]
    public void A_target_is_read_in_any_spelling_that_it_had(string text, string? now) =>
        Read(text, now).Target.ShouldBe(ArrayTarget.ReadEDP);

    [Theory]
    [InlineData("roadmap: lstp", null)]
    [InlineData("roadmap: LSTP", "lstp")]
    public void A_roadmap_is_read_in_any_spelling_that_it_had(string text, string? now) =>
        Read(text, now).Roadmap.ShouldBe(DeviceRoadmap.LSTP);

    [Theory]
    [InlineData("temperature_k: 300", null)]
    [InlineData("temperature_kelvin: 300", "temperature_k")]
    public void A_key_is_read_in_any_spelling_that_it_had(string text, string? now) => Read(text, now).TemperatureK.ShouldBe(300);

    [Fact]
    public void A_key_in_both_spellings_is_refused() =>
        Result("temperature_kelvin: 300, temperature_k: 310").Findings.ShouldHaveSingleItem().Code.ShouldBe(DocumentCodes.UnknownKey);

    [Fact]
    public void A_word_that_never_was_one_is_refused_with_those_that_are() =>
        Result("profile: nvsim").Findings.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCode.ValueOutOfRange);

    [Fact]
    public void Words_of_other_enums_are_taken_in_their_one_spelling_alone() =>
        Result("packing: per-word").Findings.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCode.ValueOutOfRange);

    [Fact]
    public void The_schema_lists_the_one_spelling()
    {
        string schema = ScenarioJsonSchema.Write(Catalog);

        schema.ShouldContain("\"nvsim_2012\"");
        schema.ShouldContain("\"read_edp\"");
        schema.ShouldContain("\"temperature_k\"");
        foreach (string former in (string[])["nvsim2012", "nvsim-2012", "ReadEDP", "temperature_kelvin", "\"LOP\""])
            schema.ShouldNotContain(former, Case.Sensitive);
    }

    [Fact]
    public void Every_word_of_arrays_is_in_snake_case() =>
        ((EnumWords[])[new(typeof(ArrayProfile)), new(typeof(ArrayTarget)), new(typeof(DeviceRoadmap)), new(typeof(BankRule))])
        .SelectMany(static words => words.All)
        .ShouldAllBe(
            static word => word.All(static letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'));

    private static SpelledOptions Read(string text, string? now)
    {
        ScenarioResult result = Result(text);
        if (now is null)
            result.Findings.ShouldBeEmpty();
        else
        {
            Diagnostic notice = result.Findings.ShouldHaveSingleItem();
            (notice.Code, notice.Severity, notice.Permitted, notice.Line).ShouldBe(
                (DiagnosticCode.FormerSpelling, Severity.Message, now, 8));
        }

        return (SpelledOptions)result.Scenario.ShouldNotBeNull().Designs[0].Memories[1].Component.Options;
    }

    private static ScenarioResult Result(string text) => new ScenarioReader(Catalog).ReadText(
        Samples.Whole.Replace("kind: rram, bits_per_cell: 3", "kind: flux, " + text, StringComparison.Ordinal), Samples.File);
}

/// <summary>Options with words and keys that were once spelled otherwise.</summary>
public sealed class SpelledOptions
{
    [Parameter("Rules of the array")]
    public ArrayProfile Profile { get; set; } = ArrayDefaults.Profile;

    [Parameter("What the array is chosen for")]
    public ArrayTarget Target { get; set; } = ArrayDefaults.Target;

    [Parameter("Transistors")]
    public DeviceRoadmap Roadmap { get; set; } = ArrayDefaults.Roadmap;

    [Parameter("How words lie in cells")]
    public Packing Packing { get; set; }

    [Parameter("Junction temperature", Unit = "K", Minimum = 300, Maximum = 400)]
    [FormerKey("temperature_kelvin")]
    public double TemperatureK { get; set; } = 350;

    [Parameter("Name of the cell")]
    public string? Cell { get; set; }
}
