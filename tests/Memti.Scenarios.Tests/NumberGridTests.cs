using Memti.Documents.Numbers;

namespace Memti.Scenarios.Tests;

public sealed class NumberGridTests
{
    [Theory]
    [InlineData(256, new[] { 512.0, 128.0 })]
    [InlineData(257, new[] { 512.0, 256.0 })] // off the grid: onto it
    [InlineData(1, new[] { 2.0, 0.5 })]
    [InlineData(0, new double[0])]
    public void A_power_of_two_moves_to_the_next_one(double value, double[] expected) =>
        new NumberGrid { PowersOfTwo = true }.Neighbours(value).ShouldBe(expected);

    [Theory]
    [InlineData(3200, new[] { 3733.0, 2666.0 })]
    [InlineData(4266, new[] { 3733.0 })]
    [InlineData(3000, new[] { 3200.0, 2666.0 })]
    public void A_grade_moves_to_the_next_one(double value, double[] expected) =>
        new NumberGrid { Grades = [2666, 3200, 3733, 4266] }.Neighbours(value).ShouldBe(expected);

    [Theory]
    [InlineData(64, new[] { 72.0, 56.0 })]
    [InlineData(65, new[] { 72.0, 64.0 })]
    [InlineData(8, new[] { 16.0 })]
    public void A_number_with_a_step_moves_by_it(double value, double[] expected) =>
        new NumberGrid { Step = 8 }.Neighbours(value).ShouldBe(expected);

    [Theory]
    [InlineData(8, new[] { 9.0, 7.0 })]
    [InlineData(1, new[] { 2.0 })]
    [InlineData(1000, new[] { 1010.0, 990.0 })]
    public void A_count_moves_by_one_or_a_percent_and_never_to_zero(double value, double[] expected) =>
        new NumberGrid { Whole = true }.Neighbours(value).ShouldBe(expected);

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public void Any_other_number_moves_by_a_percent(double value) =>
        new NumberGrid().Neighbours(value).Select(moved => moved / value).ShouldBe([1.01, 0.99], 1e-12);
}
