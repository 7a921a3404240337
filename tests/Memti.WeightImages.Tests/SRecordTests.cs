using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Formats;
using Memti.WeightImages.Layouts;

namespace Memti.WeightImages.Tests;

/// <summary>Motorola S-records, written and read.</summary>
public sealed class SRecordTests
{
    [Theory]
    [InlineData(0x1000u, "S1131000", "S9030000FC")]
    [InlineData(0x12340u, "S214012340", "S804000000FB")]
    [InlineData(0x80000000u, "S31580000000", "S70500000000FA")]
    public void The_shortest_addresses_that_fit_are_written(uint address, string start, string end)
    {
        string[] lines = Encoding.ASCII.GetString(new SRecord().Write(Bytes(address))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(4);
        lines[0].ShouldStartWith("S00F0000" + Convert.ToHexString("memti shared"u8));
        lines[1].ShouldStartWith(start);
        lines[2].ShouldBe("S5030001FB");
        lines[3].ShouldBe(end);
    }

    [Fact]
    public void Types_gaps_order_and_blanks_may_be_any()
    {
        FlatImage image = Read(
            """
            S00600004844521B
            S30900010010AABBCCDDD7

              S1050000010 2F7
            """.Replace("010 2F7", "0102F7") + "\r\nS5030002FA\r\nS70500000100F9  \r\n");
        image.Ranges.Select(static range => (range.Address, Convert.ToHexString(range.Bytes.Span))).ShouldBe(
            [(0UL, "0102"), (0x10010UL, "AABBCCDD")]);
        image.Notes.ShouldBe([new FlatNote("header", "HDR"), new FlatNote("start_address", "0x00000100")]);
    }

    [Fact]
    public void A_count_shows_that_a_file_without_an_end_is_whole() =>
        Read("S1050000" + "0102F7\nS5030001FB\n").ByteCount.ShouldBe(2);

    [Theory]
    [InlineData("S1050000" + "0102F8\n", 1, "checksum of the record is wrong: it is F8 and the bytes make F7")]
    [InlineData("S1050000" + "0102F7\n", 1, "end record (S7, S8 or S9) is missing")]
    [InlineData("S1050000" + "0102F7\nS5030002FA\nS9030000FC\n", 2, "counts 2 data records and 1 stand before it")]
    [InlineData("S105FFFF" + "0102F9\nS9030000FC\n", 1, "wraps around")]
    [InlineData("S4030000FC\n", 1, "type S4")]
    [InlineData("S1060000" + "0102F6\n", 1, "5 bytes follow its count of 6")]
    [InlineData("S9030000FC\nS9030000FC\n", 2, "follows the end record")]
    [InlineData(":00000001FF\n", 1, "must start with S0 to S9")]
    [InlineData("S10\n", 1, "hexadecimal digit")]
    [InlineData("S10200FD\n", 1, "at least 2 bytes")]
    public void What_is_wrong_is_refused_with_its_line(string text, int line, string why)
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => Read(text)).Diagnostic;
        (finding.Code, finding.Line).ShouldBe((WeightImageCodes.ImageUnreadable, line));
        finding.Message.ShouldContain(why);
    }

    internal static RegionImage Bytes(ulong address, int count = 16) => RegionImage.Of(Sample.Request(
        new ImageLayout(),
        new ImageTensor("w", [count], 8, 0, Enumerable.Range(0, count).Select(static value => (ushort)(value & 0xFF)).ToArray())) with
    { Address = address });

    private static FlatImage Read(string text) => new SRecord().Read(Encoding.UTF8.GetBytes(text));
}
