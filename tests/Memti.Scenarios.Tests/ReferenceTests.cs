using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Units;
using Memti.Documents.Codes;
using Memti.Scenarios.References;
using Memti.Scenarios.Tests.Fakes;
using Memti.Scenarios.Workloads;

namespace Memti.Scenarios.Tests;

public sealed class ReferenceTests
{
    private const string References = """

        references:
          source: "Author et al., Table 2"
          designs:
            a: { power_mw: 493, energy_per_frame_mj: { value: 16.43, status: derived, note: 493 mW / 30 } }
        designs: { a: {}, b: {} }
        """;

    [Fact]
    public void A_plain_number_is_published() =>
        Samples.Valid(Samples.Whole + References).References
            .Find("a", "power_mw")
            .ShouldBe(new ReferenceFigure(493, NumberStatus.Published, ""));

    [Fact]
    public void A_figure_may_say_how_it_was_obtained() =>
        Samples.Valid(Samples.Whole + References).References
            .Find("a", "energy_per_frame_mj")
            .ShouldBe(new ReferenceFigure(16.43, NumberStatus.Derived, "493 mW / 30"));

    [Theory]
    [InlineData("a", "max_fps")]
    [InlineData("b", "power_mw")]
    public void A_figure_that_is_not_there_is_null(string design, string metric) =>
        Samples.Valid(Samples.Whole + References).References.Find(design, metric).ShouldBeNull();

    [Theory]
    [InlineData("power_mw", null)] // at peak: holds at any rate
    [InlineData("energy_per_frame_mj", 30)]
    public void The_operating_point_of_a_set_is_that_of_the_figures_that_depend_on_it(string metric, int? fps) =>
        Samples.Valid(Samples.Whole + At("fps: 30")).References.Find("a", metric).ShouldNotBeNull().At
            .ShouldBe(fps is { } rate ? new FrameRate(rate, 1) : null);

    [Fact]
    public void A_figure_may_have_an_operating_point_of_its_own()
    {
        string text = At("fps: 30").Replace("value: 16.43", "value: 16.43, at: { fps: 29.97 }", StringComparison.Ordinal);
        ReferenceFigure figure = Samples.Valid(Samples.Whole + text).References.Find("a", "energy_per_frame_mj").ShouldNotBeNull();
        (figure.HoldsAt(new FrameRate(2997, 100)), figure.HoldsAt(new FrameRate(30, 1))).ShouldBe((true, false));
    }

    [Theory]
    [InlineData("fps: 30, fpz: 1", DocumentCodes.UnknownKey, "references.at.fpz", "fps")]
    [InlineData("fps: 0", DiagnosticCode.ValueOutOfRange, "references.at.fps", FrameRateText.Permitted)]
    [InlineData("fps: fast", DocumentCodes.WrongType, "references.at.fps", "a number")]
    public void What_is_wrong_in_an_operating_point_is_found(string point, string code, string key, string permitted)
    {
        Diagnostic finding = Samples.Read(Samples.Whole + At(point)).Findings[0];

        (finding.Code, finding.Key, finding.Permitted).ShouldBe((code, key, permitted));
    }

    private static string At(string point) =>
        References.Replace("  designs:\n    a:", $"  at: {{ {point} }}\n  designs:\n    a:", StringComparison.Ordinal);

    [Fact]
    public void The_source_is_kept() => Samples.Valid(Samples.Whole + References).References.Source.ShouldBe("Author et al., Table 2");

    [Fact]
    public void Figures_of_a_removed_design_do_no_harm() =>
        Samples.Valid(Samples.Whole + References, "designs.a=null").Designs.ShouldHaveSingleItem().Name.ShouldBe("b");

    [Theory]
    [InlineData("power_mw: 493", "powr_mw: 493", DocumentCodes.UnknownKey, "references.designs.a.powr_mw", "power_mw")]
    [InlineData("power_mw: 493", "power_mw: high", DocumentCodes.WrongType, "references.designs.a.power_mw", "a number")]
    [InlineData("value: 16.43, ", "", DocumentCodes.MissingKey, "references.designs.a.energy_per_frame_mj.value", "a number")]
    [InlineData(
        "status: derived", "status: derivd", DiagnosticCode.ValueOutOfRange, "references.designs.a.energy_per_frame_mj.status", "derived")]
    public void What_is_wrong_in_a_reference_is_found(string from, string to, string code, string key, string permitted)
    {
        Diagnostic finding =
            Samples.Read(Samples.Whole + References.Replace(from, to, StringComparison.Ordinal)).Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Key, finding.Permitted).ShouldBe((code, key, permitted));
    }
}
