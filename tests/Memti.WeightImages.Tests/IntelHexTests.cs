using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Formats;

namespace Memti.WeightImages.Tests;

/// <summary>Intel HEX as other programs write it.</summary>
public sealed class IntelHexTests
{
    private const string Base0800 = ":020000040800F2\n";
    private const string Line0 = ":10000000000102030405060708090A0B0C0D0E0F78";
    private const string Line20 = ":10002000000102030405060708090A0B0C0D0E0F58";
    private const string EndRecord = ":00000001FF";

    [Fact]
    public void Gaps_and_any_order_give_the_same_ranges()
    {
        FlatImage image = Read($"{Base0800}{Line0}\n{Line20}\n{EndRecord}\n");
        image.Ranges.Select(static range => (range.Address, range.Bytes.Length)).ShouldBe([(0x08000000UL, 16), (0x08000020UL, 16)]);
        image.ByteCount.ShouldBe(32);

        FlatImage turned = Read($"{Base0800}{Line20}\n{Line0}\n{EndRecord}\n");
        turned.Ranges.Select(Text).ShouldBe(image.Ranges.Select(Text));
    }

    [Fact]
    public void Regions_have_a_range_each_and_a_start_address_is_noted()
    {
        FlatImage image = Read($":020000041000EA\n{Line0}\n:020000042000DA\n{Line0}\n:0400000510000000E7\n{EndRecord}\n");
        image.Ranges.Select(static range => range.Address).ShouldBe([0x10000000UL, 0x20000000UL]);
        image.Notes.ShouldBe([new FlatNote("start_address", "0x10000000")]);
    }

    [Theory]
    [InlineData("{0}{1} \t\n{2}\n  \n")]
    [InlineData("\n{0}\n{1}\n\n{2}\n\n")]
    [InlineData("{0}{1}\r\n{2}\r\n\u001A")]
    [InlineData("{0}{1}\r{2}\r")]
    [InlineData("  {0}  {1}\n {2}")]
    [InlineData("\uFEFF{0}{1}\n{2}")]
    [InlineData("{0}{1}\n{2}\n;PIC16F84A\n")]
    [InlineData("{0}; remark\n{1} ; remark\n{2}\n")]
    public void Blanks_line_ends_and_remarks_count_for_nothing(string form)
    {
        FlatImage image = Read(form.Replace("{0}", Base0800).Replace("{1}", Line0).Replace("{2}", EndRecord));
        (image.Address, image.ByteCount).ShouldBe((0x08000000UL, 16L));
    }

    [Fact]
    public void Digits_may_be_of_lower_case() =>
        Read($"{Base0800}{Line0}\n{EndRecord}".ToLowerInvariant()).ByteCount.ShouldBe(16);

    [Fact]
    public void Addresses_far_apart_take_memory_for_their_bytes_alone()
    {
        string text = ":0100000001FE\n:02000004FFFFFC\n:01FFF00002" + "0E" + $"\n{EndRecord}\n";
        FlatImage image = Read(text);
        image.Ranges.Select(static range => range.Address).ShouldBe([0UL, 0xFFFFFFF0UL]);
    }

    [Theory]
    [InlineData(":020000021000EC\n:10FFF800000102030405060708090A0B0C0D0E0F81\n", 2)] // a segment
    [InlineData(":10FFF800000102030405060708090A0B0C0D0E0F81\n", 1)] // 16 bits of address
    [InlineData(":02000004FFFFFC\n:10FFF800000102030405060708090A0B0C0D0E0F81\n", 2)] // the end of all addresses
    public void A_record_that_wraps_around_is_refused(string records, int line)
    {
        Diagnostic finding = Refused(records + EndRecord);
        (finding.Code, finding.Line).ShouldBe((WeightImageCodes.ImageUnreadable, line));
        finding.Message.ShouldContain("wraps around");
    }

    [Fact]
    public void A_linear_record_goes_on_past_a_multiple_of_64_KiB() =>
        Read($"{Base0800}:10FFF800000102030405060708090A0B0C0D0E0F81\n{EndRecord}").Ranges.Select(static range => range.Address)
            .ShouldBe([0x0800FFF8UL]);

    [Fact]
    public void A_segment_counts_16_times() =>
        Read($":020000021234B6\n{Line0}\n{EndRecord}").Address.ShouldBe(0x12340UL);

    [Fact]
    public void The_same_bytes_twice_are_one_and_other_bytes_are_refused_with_both_lines()
    {
        Read($"{Line0}\n{Line0}\n{EndRecord}").ByteCount.ShouldBe(16);
        Diagnostic finding = Refused($"{Line0}\n:020008008899D5\n{EndRecord}");
        finding.Line.ShouldBe(2);
        finding.Message.ShouldContain("the byte at 0x00000008 has another value than in line 1: 0x08 and 0x88");
    }

    [Theory]
    [InlineData(":1000000000G102030405060708090A0B0C0D0E0F78\n:00000001FF", 1, 12, "hexadecimal digit")]
    [InlineData("\n:10000000000102030405060708090A0B0C0D0E0F79\n", 2, 1, "it is 79 and the bytes make 78")]
    [InlineData(":10000000000102030405060708090A0B0C0D0E0F\n", 1, 2, "it has 15 bytes of data and says 16")]
    [InlineData(":0000000AF6\n", 1, 8, "type 0A with 0 bytes")]
    [InlineData("DEADBEEF\n", 1, 1, "--as memh")]
    [InlineData(":00000001FF\n:00000001FF\n", 2, 1, "follows the end record")]
    [InlineData(":10000000000102030405060708090A0B0C0D0E0F78\n", 1, 1, "end record (:00000001FF) is missing")]
    [InlineData("", 1, 1, "end record (:00000001FF) is missing")]
    public void What_is_wrong_is_refused_with_line_and_column(string text, int line, int column, string why)
    {
        Diagnostic finding = Refused(text);
        (finding.Code, finding.Line, finding.Column).ShouldBe((WeightImageCodes.ImageUnreadable, line, column));
        finding.Message.ShouldContain(why);
    }

    private static string Text(FlatRange range) => $"{range.Address:X} {Convert.ToHexString(range.Bytes.Span)}";

    private static FlatImage Read(string text) => new IntelHex().Read(Encoding.UTF8.GetBytes(text));

    private static Diagnostic Refused(string text) => Should.Throw<MemtiException>(() => Read(text)).Diagnostic;
}
