using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Datasets.Pictures;
using Memti.Training.Datasets.Sheets;

namespace Memti.Training.Tests.Datasets.Sheets;

public sealed class ContactSheetTests
{
    [Fact]
    public void A_class_has_a_row_and_an_image_its_place()
    {
        byte[] pixels = [1, 2, 3, 4, 5, 6];
        int[] labels = [1, 0];
        ImageSet images = new("two", 2, 1, 1, pixels, labels);

        Picture sheet = ContactSheet.Draw(images, columns: 1, zoom: 1);

        (sheet.Height, sheet.Width).ShouldBe((14, 9));
        sheet.Pixels.Span.Slice((4 * 9 + 4) * 3, 3).ToArray().ShouldBe([4, 5, 6]);
        sheet.Pixels.Span.Slice((9 * 9 + 4) * 3, 3).ToArray().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void A_sheet_beyond_memory_is_refused()
    {
        ImageSet images = new("large", 64, 512, 512, ReadOnlyMemory<byte>.Empty, ReadOnlyMemory<int>.Empty);

        Findings.Of(() => ContactSheet.Draw(images, columns: 64, zoom: 8)).Code.ShouldBe(DiagnosticCode.BadOption);
    }
}
