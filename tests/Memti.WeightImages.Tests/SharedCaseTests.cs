using Memti.Documents.Words;
using Memti.WeightImages.Formats;

namespace Memti.WeightImages.Tests;

/// <summary>Small files of users, which may lie beside the repository and do not belong to it.</summary>
public sealed class SharedCaseTests
{
    [SharedCaseTheory("hex/gap.hex")]
    [InlineData("hex/gap.hex", "08000000+16 08000020+16")]
    [InlineData("hex/two-regions.hex", "10000000+16 20000000+16")]
    [InlineData("hex/blanks.hex", "08000000+16")]
    [InlineData("memh/plain.memh", "00000010+12")]
    public void A_file_has_the_ranges_that_its_author_states(string file, string ranges)
    {
        string path = SharedCaseTheoryAttribute.Path(file);
        IImageFormat format = ImageFormats.All.First(format => format.Extension == Path.GetExtension(path));
        FlatImage image = format.Read(File.ReadAllBytes(path), new WordForm(32, ByteOrder.Little));
        string.Join(' ', image.Ranges.Select(static range => $"{range.Address:X8}+{range.Bytes.Length}")).ShouldBe(ranges);
    }
}
