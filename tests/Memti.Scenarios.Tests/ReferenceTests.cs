using Memti.Abstractions;

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
        Samples.Valid(Samples.Whole + References).References.Find("a", "power_mw").ShouldBe(new ReferenceFigure(493, NumberStatus.Published, ""));

    [Fact]
    public void A_figure_may_say_how_it_was_obtained() =>
        Samples.Valid(Samples.Whole + References).References.Find("a", "energy_per_frame_mj").ShouldBe(new ReferenceFigure(16.43, NumberStatus.Derived, "493 mW / 30"));

    [Theory]
    [InlineData("a", "max_fps")]
    [InlineData("b", "power_mw")]
    public void A_figure_that_is_not_there_is_null(string design, string metric) =>
        Samples.Valid(Samples.Whole + References).References.Find(design, metric).ShouldBeNull();

    [Fact]
    public void The_source_is_kept() => Samples.Valid(Samples.Whole + References).References.Source.ShouldBe("Author et al., Table 2");

    [Fact]
    public void Figures_of_a_removed_design_do_no_harm() =>
        Samples.Valid(Samples.Whole + References, "designs.a=null").Designs.ShouldHaveSingleItem().Name.ShouldBe("b");

    [Theory]
    [InlineData("power_mw: 493", "powr_mw: 493", DiagnosticCode.UnknownKey, "references.designs.a.powr_mw", "power_mw")]
    [InlineData("power_mw: 493", "power_mw: high", DiagnosticCode.WrongType, "references.designs.a.power_mw", "a number")]
    [InlineData("value: 16.43, ", "", DiagnosticCode.MissingKey, "references.designs.a.energy_per_frame_mj.value", "a number")]
    [InlineData("status: derived", "status: derivd", DiagnosticCode.ValueOutOfRange, "references.designs.a.energy_per_frame_mj.status", "derived")]
    public void What_is_wrong_in_a_reference_is_found(string from, string to, string code, string key, string permitted)
    {
        Diagnostic finding = Samples.Read(Samples.Whole + References.Replace(from, to, StringComparison.Ordinal)).Findings.ShouldHaveSingleItem();

        (finding.Code, finding.Key, finding.Permitted).ShouldBe((code, key, permitted));
    }
}
