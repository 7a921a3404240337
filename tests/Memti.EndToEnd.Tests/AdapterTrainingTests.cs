using System.Runtime.Intrinsics.X86;
using System.Security.Cryptography;
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

    [Fact]
    public void The_bits_are_those_of_every_machine_and_vector_width()
    {
        // A platform that fails here computes something else, and so would the builds of those who use it.
        const string Everywhere = "098F126769D2F94AB150724EF30F0B58EEF04A958BAF4274836F67303C475BE3";
        Run("pretrain", "-d", Data, "-o", File("wide"), "--model-set", "adapters=none");
        Memti narrow = Memti.RunUnder(
            "DOTNET_EnableAVX512", "0", Words("pretrain", "-d", Data, "-o", File("narrow"), "--model-set", "adapters=none"));

        narrow.ExitCode.ShouldBe(0, narrow.Errors);
        foreach (string name in new[] { "wide", "narrow" })
            Convert.ToHexString(SHA256.HashData(System.IO.File.ReadAllBytes(File(name)))).ShouldBe(Everywhere, name);
    }

    [Fact]
    public void A_processor_that_would_round_twice_is_refused()
    {
        if (!Fma.IsSupported)
            return; // its own case, or an Arm, where the operation cannot be switched off

        Memti train = Memti.RunUnder(
            "DOTNET_EnableAVX2", "0", Words("pretrain", "-d", Data, "-o", File("x"), "--model-set", "adapters=none"));

        train.ExitCode.ShouldBe(1);
        train.Errors.ShouldContain("error MEMTI8204: ");
    }

    private static Memti Run(params string[] words)
    {
        Memti run = Memti.Run(Words(words));
        run.ExitCode.ShouldBe(0, run.Errors);
        return run;
    }

    private static string[] Words(params string[] words)
    {
        string[] recipe = words[0] == "evaluate" ? [] : ["--epochs", "2", "--batch", "20"];
        return [.. words, .. recipe, "--model-set", "width=0.125", "--model-set", "input_px=32"];
    }

    private string File(string name) => Path.Combine(_folder.FullName, name + ".safetensors");
}
