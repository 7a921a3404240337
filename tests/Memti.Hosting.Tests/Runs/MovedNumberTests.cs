using Memti.Abstractions;

namespace Memti.Hosting.Tests.Runs;

public sealed class MovedNumberTests
{
    [Theory]
    [InlineData("8.486", "8.57086", 0.01)]
    [InlineData("1000", "1010", 0.01)]
    [InlineData("8", "9", 0.125)] // a count moves by one at least
    public void A_number_moves_up_by_a_percent_first(string value, string moved, double change)
    {
        MovedNumber up = MovedNumber.Of(Number(value)).First();
        (up.Name, up.Text).ShouldBe(("rram.key", moved));
        up.RelativeChange.ShouldBe(change, 1e-12);
    }

    [Fact]
    public void A_number_never_moves_to_zero() =>
        MovedNumber.Of(Number("1")).Skip(1).ShouldBeEmpty("one less would be nothing");

    [Theory]
    [InlineData("per_word")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("0")]
    public void A_word_a_switch_or_zero_does_not_move(string value) => MovedNumber.Of(Number(value)).ShouldBeEmpty();

    private static KnownNumber Number(string value) => new("rram", "key", value, NumberStatus.Assumed);
}
