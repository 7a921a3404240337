using Memti.Training.Codes;
using Memti.Training.Datasets.Pictures;

namespace Memti.Training.Tests.Datasets.Pictures;

public sealed class PipeTests
{
    [Fact]
    public void A_link_to_a_pipe_in_a_folder_of_pictures_is_a_finding_and_no_wait()
    {
        using TemporaryFolder folder = new();
        if (NamedPipe.LinkTo(folder.Root, ".png") is { } link)
            Findings.Of(() => PictureReader.Read(link)).Code.ShouldBe(DatasetCodes.ImagesUnreadable);
    }
}
