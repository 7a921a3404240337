using Memti.Trainers.FixedPoint;

namespace Memti.Plugins.Adapters.Tests.FixedPoint;

public sealed class FixedPointFormatTests
{
    private static readonly FixedPointFormat Q26 = new(8, 6);

    [Theory]
    [InlineData(0, 0x00)]
    [InlineData(1, 0x40)]
    [InlineData(-1, 0xC0)]
    [InlineData(1.984375, 0x7F)]
    [InlineData(-2, 0x80)]
    [InlineData(5, 0x7F)]            // saturates
    [InlineData(-5, 0x80)]
    [InlineData(0.0078125, 0x00)]    // half a step: to even
    [InlineData(0.0234375, 0x02)]    // one and a half: to even
    [InlineData(-0.0234375, 0xFE)]
    public void Q2_6_is_the_fixed_point_of_the_paper(float value, int code)
    {
        ushort[] codes = new ushort[1];
        Q26.Encode([value], codes);

        codes[0].ShouldBe((ushort)code);
    }

    [Fact]
    public void Every_code_of_every_width_comes_back()
    {
        for (int bits = 2; bits <= 16; bits++)
        {
            ushort[] codes = [.. Enumerable.Range(0, 1 << bits).Select(static code => (ushort)code)];
            (float[] values, ushort[] again) = (new float[codes.Length], new ushort[codes.Length]);
            var format = new FixedPointFormat(bits, bits - 3);
            format.Decode(codes, values);
            format.Encode(values, again);

            again.ShouldBe(codes);
        }
    }

    [Fact]
    public void Bits_above_a_code_do_not_matter()
    {
        float[] values = new float[1];
        Q26.Decode([0xFF40], values);

        values[0].ShouldBe(1);
    }

    [Fact]
    public void The_chosen_format_loses_at_most_what_the_widest_would() => Prop.ForAll<int, byte>((seed, width) =>
    {
        int bits = 2 + (width % 15);
        var random = new Random(seed);
        float[] values = [.. Enumerable.Range(0, 200).Select(_ => (float)(random.NextDouble() - 0.5) * MathF.ScaleB(1, seed % 20))];
        FixedPointFormat chosen = FormatChoice.For(values, bits);
        var widest = new FixedPointFormat(bits, bits - 2 - MathF.ILogB(values.Max(MathF.Abs)));

        return chosen.Bits == bits && chosen.SquaredError(values) <= widest.SquaredError(values);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_power_of_two_on_all_values_moves_the_point_and_nothing_else()
    {
        float[] values = [0.31f, -0.02f, 0.11f, 0.4f];
        (ushort[] codes, ushort[] scaledCodes) = (new ushort[4], new ushort[4]);
        FixedPointFormat format = FormatChoice.For(values, 8);
        FixedPointFormat scaled = FormatChoice.For([.. values.Select(static value => value * 8)], 8);
        format.Encode(values, codes);
        scaled.Encode([.. values.Select(static value => value * 8)], scaledCodes);

        scaled.FractionBits.ShouldBe(format.FractionBits - 3);
        scaledCodes.ShouldBe(codes);
    }

    [Theory]
    [InlineData(8, 2, 6)] // Q2.6 of Donato et al., IEEE Micro 2019
    [InlineData(6, 2, 4)]
    [InlineData(8, 1, 7)]
    public void Without_a_scale_the_format_does_not_look_at_the_values(int bits, int integerBits, int fractionBits) =>
        new FormatRule(bits, WeightScale.None, integerBits).For([100, 0.001f]).ShouldBe(new FixedPointFormat(bits, fractionBits));

    [Fact]
    public void Zeros_have_a_format() => FormatChoice.For(new float[3], 8).ShouldBe(new FixedPointFormat(8, 0));
}
