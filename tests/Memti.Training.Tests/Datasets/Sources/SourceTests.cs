using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Training;
using Memti.Training.Codes;
using Memti.Training.Datasets;
using Memti.Training.Datasets.Sources;

namespace Memti.Training.Tests.Datasets.Sources;

public sealed class SourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void An_unknown_text_lists_the_forms()
    {
        Diagnostic finding = Findings.Of("no-such-set");

        finding.Code.ShouldBe(DatasetCodes.ImagesMissing);
        foreach (DatasetForm form in DatasetSource.Forms)
            finding.Permitted!.ShouldContain(form.Text);
    }

    [Fact]
    public void A_folder_without_images_is_missing_too() => Findings.Of(_folder.Root).Code.ShouldBe(DatasetCodes.ImagesMissing);

    [Fact]
    public void An_unknown_drawn_task_lists_the_tasks() => Findings.Of("generated:sings").Permitted!.ShouldContain("generated:signs");

    [Theory]
    [InlineData("clases=3", "clases")]
    [InlineData("classes=1", "classes")]
    [InlineData("classes=49", "classes")]
    [InlineData("train=11", "train")]
    [InlineData("train=-1", "train")]
    [InlineData("size=33", "size")]
    [InlineData("size=24", "size")]
    [InlineData("size=256&train=1000000", "size")]
    [InlineData("seed=x", "seed")]
    [InlineData("mirror=yes", "mirror")]
    [InlineData("validation=1", "validation")]
    [InlineData("test=5&test=6", "test")]
    [InlineData("test", "test")]
    public void An_option_that_is_not_taken_says_what_is(string query, string key)
    {
        Diagnostic finding = Findings.Of("generated:signs?" + query);

        (finding.Code, finding.Key).ShouldBe((DiagnosticCode.BadOption, key));
        finding.Permitted.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("cifar10", true)]
    [InlineData("tinyimagenet32", true)]
    [InlineData("fashion-mnist", true)]
    [InlineData("mnist", false)]
    [InlineData("gtsrb32", false)]
    [InlineData("omniglot32", false)]
    [InlineData("anything", false)]
    public void Who_may_be_mirrored_is_known_by_name(string name, bool may) => KnownSets.PermitsMirror(name).ShouldBe(may);

    [Fact]
    public void A_set_without_an_image_to_train_on_is_refused()
    {
        ImageSet none = new("none", 2, 4, 4, ReadOnlyMemory<byte>.Empty, ReadOnlyMemory<int>.Empty);

        Findings.Of(() => Dataset.Create("none", none, none, none)).Code.ShouldBe(DiagnosticCode.ImagesDoNotFit);
    }

    public void Dispose() => _folder.Dispose();
}
