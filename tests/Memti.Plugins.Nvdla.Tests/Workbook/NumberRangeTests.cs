using Memti.Plugins.Nvdla.Workbook;

namespace Memti.Plugins.Nvdla.Tests.Workbook;

public sealed class NumberRangeTests
{
    [Theory]
    [InlineData("64", "64")]
    [InlineData("64,256,128", "64 256 128")] // in the order in which they are given
    [InlineData("32:512", "32 64 128 256 512")]
    [InlineData("32:100", "32 64")]
    [InlineData("1:2:0.25", "1 1.25 1.5 1.75 2")]
    [InlineData("0.1:0.5:0.1", "0.1 0.2 0.3 0.4 0.5")] // no noise of adding tenths
    [InlineData("1:2:0.3", "1 1.3 1.6 1.9")]
    [InlineData("7:7:1,0.5", "7 0.5")]
    public void Numbers_and_ranges_are_read_in_order(string text, string numbers) =>
        string.Join(' ', NumberRange.Parse("key", text, 0.001, 10000).Select(static number => FormattableString.Invariant($"{number}")))
            .ShouldBe(numbers);

    [Theory]
    [InlineData("none", "")]
    [InlineData("3", "3")]
    [InlineData("2-4,7,3", "2 3 4 7")]
    public void Layers_are_read_as_a_set(string text, string numbers) =>
        string.Join(' ', NumberSet.Parse("key", text).Order()).ShouldBe(numbers);
}
