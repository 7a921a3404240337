using System.Text.Json;

namespace Memti.Plugins.Torch.Tests;

/// <summary>The plugin in the built executable: found in its folder, loaded in isolation, with its own native libraries.</summary>
public sealed class HostTests : IDisposable
{
    private const string Backbone = "samples/backbones/world-w0.25.safetensors";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_engine_and_the_model_are_listed()
    {
        string listed = BuiltMemti.Run("plugins", "list");
        listed.ShouldContain("memti.torch");
        listed.ShouldContain("torch-network");
    }

    [Fact]
    public void A_network_of_the_users_own_is_trained_evaluated_and_exported()
    {
        string[] network =
        [
            "--model-set", $"file={ExportedBackbone()}", "--model-set", "adapters=parallel", "--model-set", "adapters_at=*stage3*",
        ];
        string shared = _folder.Path("shared.safetensors"), task = _folder.Path("signs.safetensors"), onnx = _folder.Path("signs.onnx");
        BuiltMemti.Run(["networks", "backbone", "torch-network", .. network, "--task", "signs", "--classes", "12", "-o", shared]);
        string[] data = ["--data", "generated:signs?train=240&test=120"];
        BuiltMemti.Run(["train", .. data, "--model", "torch-network", .. network, "-b", shared, "-o", task, "--epochs", "1",
            "--batch", "32", "--learning-rate", "0.05"]);
        using var told = JsonDocument.Parse(File.ReadAllText(task + ".json"));
        told.RootElement.ToString().ShouldContain("libtorch 2.10.0");
        BuiltMemti.Run(["evaluate", .. data, "--model", "torch-network", .. network, "-b", shared, "-w", task, "--memory", "rram",
            "--memory-set", "bits_per_cell=3", "--trials", "2"]);
        BuiltMemti.Run(["networks", "export", "torch-network", .. network, "--task", "signs", "--classes", "12", "-b", shared, "-w", task,
            "--onnx", onnx]);
        BuiltMemti.Run("networks", "describe", onnx).ShouldContain("stage3");
    }

    [Fact]
    public void One_model_has_two_engines()
    {
        string[] words =
        [
            "train", "--data", "generated:signs?train=240&test=120", "-b", Path.Combine(RepositoryFiles.Root, Backbone),
            "--model-set", "width=0.25", "--model-set", "input_px=32", "--epochs", "1", "--batch", "32", "--learning-rate", "0.05",
        ];
        string managed = _folder.Path("managed.safetensors"), torch = _folder.Path("torch.safetensors");
        BuiltMemti.Run([.. words, "-o", managed]);
        BuiltMemti.Run([.. words, "-o", torch, "--engine", "torch"]);
        double own = Accuracy(torch), other = Accuracy(managed);
        own.ShouldBe(other, 0.05);
    }

    private static double Accuracy(string weights)
    {
        using var told = JsonDocument.Parse(File.ReadAllText(weights + ".json"));
        return told.RootElement.GetProperty("best_validation_accuracy").GetDouble();
    }

    private string ExportedBackbone()
    {
        string onnx = _folder.Path("own.onnx");
        BuiltMemti.Run("networks", "export", "resnet26-adapters", "--model-set", "adapters=none", "--model-set", "width=0.25",
            "--model-set", "input_px=32", "--task", "world", "--classes", "48", "-w", Path.Combine(RepositoryFiles.Root, Backbone),
            "--onnx", onnx);
        return onnx;
    }
}
