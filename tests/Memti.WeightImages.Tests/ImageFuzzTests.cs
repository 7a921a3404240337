using System.Buffers.Binary;
using System.Text;
using Memti.Abstractions.Diagnostics;
using Memti.Documents.Words;
using Memti.WeightImages.Codes;
using Memti.WeightImages.Formats;
using Memti.WeightImages.Manifests;

namespace Memti.WeightImages.Tests;

/// <summary>Broken images of every format and broken manifests are read or are a finding.</summary>
public sealed class ImageFuzzTests
{
    private const int MostPieces = 100_000;

    public static TheoryData<string> Formats =>
        [.. ImageFormats.All.Where(static format => !format.IsForTarget || format is ElfObject).Select(static format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Broken_images_are_read_or_a_finding(string name)
    {
        IImageFormat format = ImageFormats.Find(name);
        byte[][] sound = [format.Write(Sample.Image()), format.Write(Sample.TaskImage("signs", 2))];
        FuzzedReader.Read(name.Length, sound, file => Read(format, file));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Oversized_images_are_read_or_a_finding(string name)
    {
        IImageFormat format = ImageFormats.Find(name);
        string sound = Encoding.Latin1.GetString(format.Write(Sample.Image()));
        FuzzedReader.ReadOversized(sound, text => Read(format, Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Many_small_records_are_read_in_the_time_of_one_large_file()
    {
        Read(new VerilogMemory(), Lines(static piece => $"@{2 * (MostPieces - piece):x}\n01"));
        Read(new IntelHex(), [.. Lines(static _ => ":0100000001FE"), .. ":00000001FF\n"u8]);
        Read(new SRecord(), Lines(static _ => "S104000001FA"));
    }

    /// <summary>65,000 sections, each with a name that never ends.</summary>
    [Fact]
    public void Names_of_sections_may_be_as_long_as_the_file()
    {
        const int Sections = 65_000, Header = 52, Entry = 40, Names = 4 << 20;
        byte[] file = new byte[Header + (Sections * Entry) + Names];
        file.AsSpan(Header + (Sections * Entry)).Fill((byte)'a');
        ((byte[])[0x7F, (byte)'E', (byte)'L', (byte)'F', 1, 1, 1]).CopyTo(file, 0);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(0x10), 1);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(0x20), Header);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(0x30), Sections);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(Header + 0x10), Header + (Sections * Entry));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(Header + 0x14), Names);

        Should.Throw<MemtiException>(() => ImageFormats.Find("elf").Read(file)).Diagnostic.Code.ShouldBe(WeightImageCodes.ImageUnreadable);
    }

    [Fact]
    public void Broken_manifests_are_read_or_a_finding() =>
        FuzzedReader.Read(7, [ManifestJson.Write(Sample.Manifest())], static file => ManifestJson.Read(file, "a.json"));

    [Fact]
    public void Oversized_manifests_are_a_finding() => FuzzedReader.ReadOversized(
        Encoding.UTF8.GetString(ManifestJson.Write(Sample.Manifest())),
        static text => ManifestJson.Read(Encoding.UTF8.GetBytes(text), "a.json"));

    private static byte[] Lines(Func<int, string> line) =>
        Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, MostPieces).Select(piece => line(piece) + "\n")));

    // What is read says no more bytes than the file has.
    private static void Read(IImageFormat format, byte[] file)
    {
        try
        {
            format.Read(file, new WordForm(32, ByteOrder.Little)).Ranges.Sum(static range => (long)range.Bytes.Length)
                .ShouldBeLessThanOrEqualTo((2L * file.Length) + 16);
        }
        catch (MemtiException error)
        {
            error.Diagnostic.Code.ShouldBeOneOf(WeightImageCodes.ImageUnreadable, WeightImageCodes.ImageAddress);
        }
    }
}
