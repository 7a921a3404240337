using Memti.Tensors.Numerics;

namespace Memti.Plugins.Adapters.Tests.Tensors;

/// <summary>Elementary functions that training uses: the nearest double, so no platform can differ.</summary>
public sealed class ElementaryTests
{
    // Computed with 300 bits by mpmath 1.3, and rounded to nearest.
    [Theory]
    [InlineData("Exp", 0.0, 0x3FF0000000000000)]
    [InlineData("Exp", -1.0, 0x3FD78B56362CEF38)]
    [InlineData("Exp", 1.0, 0x4005BF0A8B145769)]
    [InlineData("Exp", -0.1, 0x3FECF46D99D52B3A)]
    [InlineData("Exp", -0.5, 0x3FE368B2FC6F960A)]
    [InlineData("Exp", -17.25, 0x3E614F49DBC5078C)]
    [InlineData("Exp", -100.3, 0x36E3AAB0C9589E7B)]
    [InlineData("Exp", -700.5, 0x00C4FF475C68CA02)]
    [InlineData("Exp", -1e-09, 0x3FEFFFFFFF768FA1)]
    [InlineData("Exp", 88.8, 0x47F148906C06FC8A)]
    [InlineData("Exp", 0.34657359027997264, 0x3FF6A09E667F3BCC)]
    [InlineData("Exp", -3.3333333333333335, 0x3FA243DC957D03EE)]
    [InlineData("Log", 1.0, 0x0000000000000000)]
    [InlineData("Log", 2.0, 0x3FE62E42FEFA39EF)]
    [InlineData("Log", 10.0, 0x40026BB1BBB55516)]
    [InlineData("Log", 0.5, 0xBFE62E42FEFA39EF)]
    [InlineData("Log", 1e-300, 0xC085963447F87FB5)]
    [InlineData("Log", 0.9999999999999999, 0xBCA0000000000000)]
    [InlineData("Log", 1.0000000000000002, 0x3CAFFFFFFFFFFFFF)]
    [InlineData("Log", 3.14159, 0x3FF250CF662ABF9A)]
    [InlineData("Log", 46.99, 0x400ECCAA9F907A16)]
    [InlineData("Log", 1.1102230246251565e-16, 0xC0425E4F7B2737FA)]
    [InlineData("Log", 0.7071067811865476, 0xBFD62E42FEFA39EE)]
    [InlineData("Log", 123456.789, 0x40277281CAD8A844)]
    [InlineData("Cos", 0.0, 0x3FF0000000000000)]
    [InlineData("Cos", 0.1, 0x3FEFD712F9A817C1)]
    [InlineData("Cos", 0.7853981633974483, 0x3FE6A09E667F3BCD)]
    [InlineData("Cos", 1.5707963267948966, 0x3C91A62633145C07)]
    [InlineData("Cos", 1.0, 0x3FE14A280FB5068C)]
    [InlineData("Cos", 2.0, 0xBFDAA22657537205)]
    [InlineData("Cos", 3.141592653589793, 0xBFF0000000000000)]
    [InlineData("Cos", 4.0, 0xBFE4EAA606DB24C1)]
    [InlineData("Cos", 4.71238898038469, 0xBCAA79394C9E8A0A)]
    [InlineData("Cos", 5.5, 0x3FE6AD6C3C07D448)]
    [InlineData("Cos", 6.283185307179586, 0x3FF0000000000000)]
    [InlineData("Cos", 6.2, 0x3FEFE3AC4079A9CE)]
    public void A_result_is_the_nearest_double(string function, double x, ulong bits) =>
        BitConverter.DoubleToUInt64Bits(Of(function)(x)).ShouldBe(bits);

    [Theory]
    [InlineData("Exp", -700, 700)]
    [InlineData("Exp", -20, 0)]
    [InlineData("Log", 1e-12, 100)]
    [InlineData("Log", 0.99, 1.01)]
    [InlineData("Cos", 0, 6.283185307179586)]
    public void It_is_that_of_the_platform_to_one_unit_in_the_last_place(string function, double least, double most)
    {
        Func<double, double> platform = function switch { "Exp" => Math.Exp, "Log" => Math.Log, _ => Math.Cos };
        Random random = new(7);
        for (int index = 0; index < 20_000; index++)
        {
            double x = least + (random.NextDouble() * (most - least));
            long apart = BitConverter.DoubleToInt64Bits(Of(function)(x)) - BitConverter.DoubleToInt64Bits(platform(x));
            Math.Abs(apart).ShouldBeLessThanOrEqualTo(1, $"{function}({x:R})");
        }
    }

    [Fact]
    public void Ends_of_the_range_are_those_that_the_page_states()
    {
        Elementary.Exp(-708.5).ShouldBe(0);
        Elementary.Exp(709.5).ShouldBe(double.PositiveInfinity);
        Elementary.Exp(double.NegativeInfinity).ShouldBe(0);
        Elementary.Exp(double.NaN).ShouldBe(double.NaN);
        Elementary.Log(double.NaN).ShouldBe(double.NaN);
    }

    [Theory]
    [InlineData(0.1, 0, 1)]
    [InlineData(0.1, 1, 0.1)]
    [InlineData(0.1, 2, 0.010000000000000002)]
    [InlineData(2, 10, 1024)]
    public void A_power_is_rounded_once(double x, int power, double result) => Elementary.Power(x, power).ShouldBe(result);

    private static Func<double, double> Of(string function) => function switch
    {
        "Exp" => Elementary.Exp,
        "Log" => Elementary.Log,
        _ => Elementary.Cos,
    };
}
