using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;

namespace Memti.Arrays.Tests.Levels;

public sealed class ValueCodecTests
{
    public static TheoryData<int[], CellEncoding> Shapes
    {
        get
        {
            var shapes = new TheoryData<int[], CellEncoding>();
            foreach (int[] bits in new int[][] {
                [2, 3, 3],
                [3, 3, 2],
                [3, 3],
                [1, 1, 3, 3],
                [1, 1, 1, 1, 1, 1, 1, 1],
                [8],
                [4, 4],
                [1],
                [2, 2, 2, 2]
            })
            {
                shapes.Add(bits, CellEncoding.NaturalBinary);
                shapes.Add(bits, CellEncoding.Gray);
            }

            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_value_comes_back_from_its_levels(int[] bits, CellEncoding encoding)
    {
        var codec = new ValueCodec(CellVector.Of(bits), encoding);
        byte[] values = [.. Enumerable.Range(0, 1 << codec.Cells.ValueBits).Select(static value => (byte)value)];
        byte[] levels = new byte[values.Length * codec.Cells.Cells];
        byte[] back = new byte[values.Length];
        codec.Encode<byte>(values, levels);
        codec.Decode<byte>(levels, back);
        back.ShouldBe(values);
    }

    [Fact]
    public void Every_value_of_sixteen_bits_comes_back()
    {
        var codec = new ValueCodec(CellVector.Of(1, 3, 3, 3, 3, 3), CellEncoding.Gray);
        short[] values = [.. Enumerable.Range(short.MinValue, 65536).Select(static value => (short)value)];
        byte[] levels = new byte[values.Length * 6];
        short[] back = new short[values.Length];
        codec.Encode<short>(values, levels);
        codec.Decode<short>(levels, back);
        back.ShouldBe(values);
    }

    [Theory]
    [InlineData(0b10_110_011, CellEncoding.NaturalBinary, new byte[] { 2, 6, 3 })]
    [InlineData(0b10_110_011, CellEncoding.Gray, new byte[] { 3, 4, 2 })]
    public void The_most_significant_bits_lie_in_the_first_cell(byte value, CellEncoding encoding, byte[] levels)
    {
        byte[] stored = new byte[3];
        new ValueCodec(CellVector.Split(8, 3), encoding).Encode<byte>([value], stored);
        stored.ShouldBe(levels);
    }

    [Fact]
    public void Neighbouring_levels_in_gray_code_differ_in_one_bit()
    {
        byte[] bits = CellCode.BitsOfLevels(8, CellEncoding.Gray);
        Enumerable.Range(0, 255).ShouldAllBe(level => int.PopCount(bits[level] ^ bits[level + 1]) == 1);
    }

    [Theory]
    [InlineData(8, 3, "2+3+3")]
    [InlineData(8, 2, "2+2+2+2")]
    [InlineData(8, 1, "1+1+1+1+1+1+1+1")]
    [InlineData(6, 3, "3+3")]
    [InlineData(2, 3, "2")]
    public void Values_split_into_cells_with_the_short_one_first(int valueBits, int bitsPerCell, string cells) =>
        CellVector.Split(valueBits, bitsPerCell).ToString().ShouldBe(cells);

    [Fact]
    public void Cells_can_be_given_by_their_levels() => CellVector.FromLevels(8, 8).Bits.ShouldBe([3, 3]);

    [Theory]
    [InlineData(new int[0], "[]")]
    [InlineData(new[] { 3, 0 }, "[3, 0]")]
    [InlineData(new[] { 9 }, "[9]")]
    [InlineData(new[] { 8, 8, 1 }, "[8, 8, 1]")]
    public void Cells_that_cannot_be_are_refused(int[] bits, string value)
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => CellVector.Of(bits)).Diagnostic;
        (finding.Code, finding.Key, finding.Value).ShouldBe((DiagnosticCode.BadCellVector, "cells", value));
        finding.Permitted.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Levels_that_are_no_power_of_two_are_refused() =>
        Should.Throw<MemtiException>(static () => CellVector.FromLevels(8, 6)).Diagnostic.Code.ShouldBe(DiagnosticCode.BadCellVector);

    [Fact]
    public void Cells_of_another_width_are_refused() =>
        Should.Throw<MemtiException>(static () => CellVector.Of(3, 3).ForValuesOf(8)).Diagnostic.Permitted
            .ShouldBe("bits that add up to 8");

    [Fact]
    public void Encoding_and_decoding_allocate_nothing()
    {
        var codec = new ValueCodec(CellVector.Split(8, 3), CellEncoding.Gray);
        byte[] values = new byte[1000];
        byte[] levels = new byte[3000];
        codec.Encode<byte>(values, levels);
        codec.Decode<byte>(levels, values);
        long before = GC.GetAllocatedBytesForCurrentThread();
        codec.Encode<byte>(values, levels);
        codec.Decode<byte>(levels, values);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void Lengths_must_match() =>
        Should.Throw<ArgumentException>(
            static () => new ValueCodec(CellVector.Split(8, 3), CellEncoding.Gray).Encode<byte>(new byte[2], new byte[5]));
}
