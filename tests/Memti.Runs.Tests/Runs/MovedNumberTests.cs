using System.Diagnostics.CodeAnalysis;
using Memti.Abstractions.Parameters;
using Memti.Documents.Numbers;
using Memti.Runs.Planning;
using Memti.Runs.Sensitivity;
using Memti.Scenarios.Designs;

namespace Memti.Runs.Tests.Runs;

public sealed class MovedNumberTests
{
    [Fact]
    public void A_number_moves_up_by_a_percent_first()
    {
        PerturbedParameter up = PerturbedParameter.Of(new Number("8.486"))[0];
        (up.Name, up.Text).ShouldBe(("rram.key", "8.57086"));
        up.LogChange.ShouldNotBeNull().ShouldBe(Math.Log(1.01), 1e-12);
    }

    [Fact]
    public void A_number_moves_along_its_grid()
    {
        PerturbedParameter up = PerturbedParameter.Of(new Number("256") { Along = new NumberGrid { PowersOfTwo = true } })[0];
        (up.Text, up.LogChange).ShouldBe(("512", Math.Log(2)));
    }

    [Fact]
    public void A_word_becomes_each_of_the_others() =>
        PerturbedParameter.Of(new Number("per_word") { Others = ["per_word", "dense", "packed"] }).ShouldBe(
            [new PerturbedParameter("rram.key", "dense", null), new PerturbedParameter("rram.key", "packed", null)]);

    [Theory]
    [InlineData("some-cell")]
    [InlineData("null")]
    [InlineData("0")]
    public void A_text_nothing_or_zero_does_not_move(string value) => PerturbedParameter.Of(new Number(value)).ShouldBeEmpty();

    private sealed record Number : UncertainParameter
    {
        [SetsRequiredMembers]
        public Number(string value)
            : base("rram.key", value, NumberStatus.Assumed) => Source = "a test";

        public NumberGrid Along { get; init; } = new();

        public IReadOnlyList<string> Others { get; init; } = [];

        public override string Owner => "rram";

        public override NumberGrid Grid => Along;

        public override IReadOnlyList<string> Words => Others;

        public override bool IsOf(PlannedDesign planned, DesignScenario design) => true;

        public override PerturbedDesign? Move(DesignScenario design, PerturbedParameter moved) => null;
    }
}
