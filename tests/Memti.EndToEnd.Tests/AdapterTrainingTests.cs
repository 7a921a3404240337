using System.Text.Json.Nodes;

namespace Memti.EndToEnd.Tests;

/// <summary>The model that ships, from images to adapters that live with the faults of their memories.</summary>
public sealed class AdapterTrainingTests : IDisposable
{
    private const string Data = "generated:signs?classes=3&train=150&test=60&validation=0.2";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-adapters-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_backbone_in_multi_level_cells_and_adapters_that_are_retrained_for_a_chip()
    {
        Run("pretrain", "-d", Data, "-o", File("backbone"), "--model-set", "adapters=none", "--half-precision");
        Run("train", "-d", Data, "-b", File("backbone"), "-o", File("task"));
        string[] storage = [
            "-b", File("backbone"), "-w", File("task"), "-m", "rram", "--memory-set", "bits_per_cell=3", "--memory-set",
            "value_cells=3+3+2"
        ];
        Memti retrained = Run(["retrain", "-d", Data, .. storage, "--chip", "3", "-o", File("chip"), "--prune", "0.3", "-f", "json"]);
        Memti evaluated = Run(["evaluate", "-d", Data, .. storage, "-n", "2", "-f", "json"]);

        ((int)JsonNode.Parse(evaluated.Output)!["trials"]!).ShouldBe(2);
        JsonNode.Parse(retrained.Output)!["paired_test"].ShouldNotBeNull();
        new FileInfo(File("backbone")).Length.ShouldBeLessThan(250_000); // 92,640 values of 16 bits
    }

    [Fact]
    public void Weights_of_another_width_are_refused_with_the_tensor()
    {
        Run("pretrain", "-d", Data, "-o", File("backbone"), "--model-set", "adapters=none");

        Memti train = Memti.Run(
            "train", "-d", Data, "-b", File("backbone"), "-o", File("task"), "--model-set", "width=0.25", "--model-set", "input_px=32");

        train.ExitCode.ShouldBe(1);
        train.Errors.ShouldContain("MEMTI8202");
        train.Errors.ShouldContain("stem.conv.weight");
    }

    private static Memti Run(params string[] words)
    {
        string[] recipe = words[0] == "evaluate" ? [] : ["--epochs", "2", "--batch", "20"];
        Memti run = Memti.Run([.. words, .. recipe, "--model-set", "width=0.125", "--model-set", "input_px=32"]);
        run.ExitCode.ShouldBe(0, run.Errors);
        return run;
    }

    private string File(string name) => Path.Combine(_folder.FullName, name + ".safetensors");
}
