using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Words;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Formats;

namespace Memti.WeightImages.Tests;

/// <summary>Files for <c>$readmemh</c> as other programs write them.</summary>
public sealed class VerilogMemoryTests
{
    [Theory]
    [InlineData(ByteOrder.Little, "EFBEADDE0100000002000000")]
    [InlineData(ByteOrder.Big, "DEADBEEF0000000100000002")]
    public void Words_lie_as_the_user_says(ByteOrder order, string bytes)
    {
        FlatImage image = Read("/* what a simulator\n writes back */\n@4 DEAD_BEEF 0000_0001\n0000_0002\n", 32, order);
        (image.Address, Convert.ToHexString(image.Bytes.Span)).ShouldBe((16UL, bytes));
    }

    [Fact]
    public void Gaps_order_comments_and_short_words_may_be_any()
    {
        FlatImage image = Read("@10 1/*two*/2// three\n\t@0 ff \r\n@8\nxxxx 3 XXXX_XXXX\n4\n", 16, ByteOrder.Big);
        image.Ranges.Select(static range => (range.Address, Convert.ToHexString(range.Bytes.Span))).ShouldBe(
            [(0UL, "00FF"), (18UL, "0003"), (22UL, "0004"), (32UL, "00010002")]);
    }

    [Fact]
    public void The_last_address_is_not_followed_by_the_first()
    {
        FlatImage image = Read("@FFFFFFFFFFFFFFFF 1\n@0 2\n", 8, null);
        image.Ranges.Select(static range => range.Address).ShouldBe([0UL, ulong.MaxValue]);
        Should.Throw<MemtiException>(static () => Read("@FFFFFFFFFFFFFFFF 1 2\n", 8, null));
    }

    [Fact]
    public void Objcopy_writes_bytes()
    {
        FlatImage image = Read("@08000000\r\n00 01 02 03 \r\n@08000010\r\nAA\r\n", 8, null);
        image.Ranges.Select(static range => (range.Address, range.Bytes.Length)).ShouldBe([(0x08000000UL, 4), (0x08000010UL, 1)]);
    }

    [Fact]
    public void What_the_user_says_counts_more_than_a_comment() =>
        Read("// word_bits=32 byte_order=little\n01020304\n", 32, ByteOrder.Big).Bytes.ToArray().ShouldBe([1, 2, 3, 4]);

    [Theory]
    [InlineData("@4 DEADBEEF\n", null, null, 1, 1, "--word-bits")]
    [InlineData("\n @4 DEADBEEF\n", 32, null, 2, 5, "--byte-order")]
    [InlineData("DEADBEEF 123456789\n", 32, ByteOrder.Little, 1, 10, "at most 8 hexadecimal digits (32 bits)")]
    [InlineData("DEADBEEF\nDEADxxxx\n", 32, ByteOrder.Little, 2, 1, "unknown bits")]
    [InlineData("@ 4 0\n", 32, ByteOrder.Little, 1, 1, "must follow '@'")]
    [InlineData("@4000000000000000 0\n", 32, ByteOrder.Little, 1, 1, "fits 64 bits")]
    [InlineData("@3FFFFFFFFFFFFFFF 0 0\n", 32, ByteOrder.Little, 1, 21, "past the last address")]
    [InlineData("00 / 11\n", 8, null, 1, 4, "hexadecimal digits")]
    [InlineData("@0 1\n@0 2\n", 8, null, 2, 1, "has another value than in line 1")]
    public void What_is_wrong_is_refused_with_its_line(string text, int? bits, ByteOrder? order, int line, int column, string why)
    {
        Diagnostic finding = Should.Throw<MemtiException>(() => Read(text, bits, order)).Diagnostic;
        (finding.Code, finding.Line, finding.Column).ShouldBe((WeightImageCodes.ImageUnreadable, line, column));
        finding.Message.ShouldContain(why);
    }

    private static FlatImage Read(string text, int? bits, ByteOrder? order) => new VerilogMemory().Read(
        Encoding.UTF8.GetBytes(text), bits is { } stated ? new WordForm(stated, order) : null);
}
