using Memti.Training.Weights;
using Memti.Training.Weights.Stages;
using Memti.WeightImages.Manifests;

namespace Memti.Training.Tests.Weights;

/// <summary>Builds copy, publish and clean what a manifest names, so it names nothing outside its folder.</summary>
public sealed class EmittedFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Outputs_are_the_files_of_a_manifest_that_lie_in_its_folder()
    {
        string mine = _folder.Write("elsewhere/mine.bin", "mine");
        _folder.Write("out/shared.bin", "image");
        File.CreateSymbolicLink(_folder.Path("out", "link.bin"), mine);
        Directory.CreateSymbolicLink(_folder.Path("out", "linked"), _folder.Path("elsewhere"));
        WeightManifest manifest = Naming(
            "shared.bin", "../elsewhere/mine.bin", "sub/../../elsewhere/mine.bin", mine, "link.bin", "linked/mine.bin", "C:\\mine.bin");

        IReadOnlyList<StageOutput> outputs = EmitStage.Outputs(Files(), manifest);

        outputs.Where(static output => output.Kind == "image").Select(static output => output.File).ShouldBe(["out/shared.bin"]);
        outputs.ShouldAllBe(static output => output.File.StartsWith("out/", StringComparison.Ordinal));
    }

    private StageFiles Files() => new(Requests.Read(Requests.Whole()) with { Folder = _folder.Root });

    private static WeightManifest Naming(params string[] files)
    {
        ManifestImage image = new(
            null, 0, 0, 0, 0, 0, "", [], [.. files.Select(static file => new ManifestImageFile(file, "bin", 0, "", ""))]);
        return new WeightManifest
        {
            Tool = null!,
            Inputs = [],
            Parameters = null!,
            Model = null!,
            Memories = [],
            Tasks = [],
            Regions = [new ManifestRegion("shared", "rram", 0, null, null!, [image])],
            TaskSwitches = [],
            Cost = null,
        };
    }
}
