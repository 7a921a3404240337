using System.Buffers.Binary;
using Memti.Abstractions.Diagnostics;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Formats;

namespace Memti.WeightImages.Tests;

/// <summary>UF2 files, written and read.</summary>
public sealed class Uf2Tests
{
    private const uint HasFamily = 0x2000;
    private const uint Rp2040 = 0xE48BFF56;

    [Fact]
    public void An_image_is_blocks_of_256_bytes_with_their_numbers()
    {
        byte[] file = ImageFormats.Find("uf2").Write(SRecordTests.Bytes(0x10000000, 300));
        file.Length.ShouldBe(1024);
        Words(file, 512).ShouldBe([0x0A324655u, 0x9E5D5157u, 0u, 0x10000100u, 256u, 1u, 2u, 0u]);
        BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(1020)).ShouldBe(0x0AB16F30u);
        file.AsSpan(512 + 32, 44).ToArray().ShouldBe(Enumerable.Range(256, 44).Select(static value => (byte)value));
        file.AsSpan(512 + 32 + 44, 212 + 220 - 44 + 44).IndexOfAnyExcept((byte)0).ShouldBe(-1);
    }

    [Fact]
    public void RP2040_is_given_whole_sectors_of_its_family()
    {
        byte[] file = ImageFormats.Find("uf2-rp2040").Write(SRecordTests.Bytes(0x10010000, 300));
        file.Length.ShouldBe(16 * 512);
        Words(file, 0).ShouldBe([0x0A324655u, 0x9E5D5157u, HasFamily, 0x10010000u, 256u, 0u, 16u, Rp2040]);
        ImageFormats.Find("uf2").Read(file).Notes.ShouldBe([new FlatNote("family", "0xE48BFF56 (RP2040)")]);
    }

    [Fact]
    public void RP2350_is_given_a_block_first_that_it_ignores()
    {
        byte[] file = ImageFormats.Find("uf2-rp2350-arm-s").Write(SRecordTests.Bytes(0x10010000));
        Words(file, 0).ShouldBe([0x0A324655u, 0x9E5D5157u, 0xA000u, 0x10FFFF00u, 256u, 0u, 2u, 0xE48BFF57u]);
        FlatImage read = ImageFormats.Find("uf2").Read(file);
        read.Ranges.Select(static range => (range.Address, range.Bytes.Length)).ShouldBe([(0x10010000UL, 4096)]);
        read.Notes.Select(static note => note.Name).ShouldBe(["family", "passed_over"]);
    }

    [Fact]
    public void Blocks_come_in_any_order_from_several_families_with_gaps()
    {
        FlatImage image = Read(
            Block(0x2000, 1, 2, Rp2040, HasFamily),
            Block(0x9000, 0, 1, 0x68ED2B88, HasFamily, 476),
            Block(0x1000, 0, 2, Rp2040, HasFamily));
        image.Ranges.Select(static range => (range.Address, range.Bytes.Length)).ShouldBe(
            [(0x1000UL, 256), (0x2000UL, 256), (0x9000UL, 476)]);
        image.Notes.Select(static note => note.Text).ShouldBe(["0x68ED2B88 (SAMD21)", "0xE48BFF56 (RP2040)"]);
    }

    [Fact]
    public void Images_that_were_joined_are_numbered_each_by_itself() =>
        Read(Block(0x1000, 0, 2, Rp2040, HasFamily), Block(0x1100, 1, 2, Rp2040, HasFamily), Block(0x8000, 0, 1, Rp2040, HasFamily))
            .Ranges.Select(static range => (range.Address, range.Bytes.Length)).ShouldBe([(0x1000UL, 512), (0x8000UL, 256)]);

    [Fact]
    public void A_checksum_of_a_region_is_checked()
    {
        byte[] block = Block(0x1000, 0, 1, Rp2040, HasFamily | 0x4000);
        BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(484), 0x1010);
        BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(488), 3);
        // MD5 of the bytes 10 10 10, as md5sum prints it.
        Convert.FromHexString("23C550D64E77587BC827A5DE5AFE4D58").CopyTo(block, 492);
        Read(block).ByteCount.ShouldBe(256);
        block[32 + 0x11] ^= 1;
        Refused(block).Message.ShouldContain("MD5");
        BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(484), 0x9000);
        Read(block).ByteCount.ShouldBe(256);
    }

    [Fact]
    public void Blocks_for_other_memories_are_passed_over()
    {
        FlatImage image = Read(Block(0x1000, 0, 1, 0, 1), Block(0x2000, 0, 1, 1234, 0));
        image.Ranges.Select(static range => range.Address).ShouldBe([0x2000UL]);
        image.Notes.Select(static note => note.Text).ShouldBe(["none", "1 blocks that are not for the main flash"]);
    }

    [Theory]
    [InlineData(0, 9u, "0", "begin and end with the marks")]
    [InlineData(16, 477u, "16", "at most 476 bytes")]
    [InlineData(8, 0x1000u, "8", "part of a file")]
    [InlineData(12, 0xFFFFFFC0u, "12", "wraps around")]
    [InlineData(20, 2u, "20", "number 2 of 2")]
    [InlineData(20, 1u, "24", "1 of 2 blocks are missing, the first with number 0")]
    [InlineData(24, 3u, "536", "1 of 2 blocks are missing, the first with number 0")]
    public void What_is_wrong_is_refused_with_its_byte(int offset, uint value, string place, string why)
    {
        byte[] file = [.. Block(0x1000, 0, 2, 0, 0), .. Block(0x1100, 1, 2, 0, 0)];
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(offset), value);
        Diagnostic finding = Refused(file);
        (finding.Code, finding.Value).ShouldBe((WeightImageCodes.ImageUnreadable, place));
        finding.Message.ShouldContain(why);
    }

    [Fact]
    public void A_file_that_is_cut_off_is_refused() =>
        Refused([.. Block(0x1000, 0, 1, 0, 0), 1, 2, 3]).Message.ShouldContain("no multiple of 512 bytes");

    [Fact]
    public void Addresses_within_a_block_are_refused()
    {
        foreach ((string format, ulong address) in new[] { ("uf2", 0x10000080UL), ("uf2-rp2040", 0x10000100UL), ("uf2", 0x1_0000_0000UL) })
            Should.Throw<MemtiException>(() => ImageFormats.Find(format).Write(SRecordTests.Bytes(address))).Diagnostic.Code
                .ShouldBe(WeightImageCodes.ImageAddress);
    }

    private static byte[] Block(uint address, uint number, uint blocks, uint family, uint flags, int length = 256)
    {
        byte[] block = new byte[512];
        uint[] words = [0x0A324655, 0x9E5D5157, flags, address, (uint)length, number, blocks, family];
        for (int index = 0; index < words.Length; index++)
            BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(4 * index), words[index]);
        block.AsSpan(32, length).Fill((byte)(address >> 8));
        BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(508), 0x0AB16F30);
        return block;
    }

    private static uint[] Words(byte[] file, int start) =>
        [.. Enumerable.Range(0, 8).Select(index => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(start + (4 * index))))];

    private static FlatImage Read(params byte[][] blocks) =>
        ImageFormats.Find("uf2").Read(blocks.SelectMany(static block => block).ToArray());

    private static Diagnostic Refused(byte[] file) => Should.Throw<MemtiException>(() => ImageFormats.Find("uf2").Read(file)).Diagnostic;
}
