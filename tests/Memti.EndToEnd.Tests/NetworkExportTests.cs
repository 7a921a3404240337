using System.Text.Json.Nodes;

namespace Memti.EndToEnd.Tests;

/// <summary><c>memti networks export</c> and <c>--engine</c>, with the model that ships.</summary>
public sealed class NetworkExportTests : IDisposable
{
    private const string Data = "generated:signs?classes=3&train=60&test=30&validation=0.2";

    private static readonly string[] Model = ["--model-set", "input_px=32", "--model-set", "width=0.125"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-export-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_trained_network_is_written_and_has_the_work_of_its_model()
    {
        Run(["train", "-d", Data, "--from-scratch", "-o", File("task"), "--epochs", "1", "--threads", "1", .. Model]);
        string[] export = ["networks", "export", "resnet26-adapters", .. Model, "--task", "signs", "--classes", "3", "-w", File("task")];

        Run([.. export, "--onnx", File("signs.onnx")]);
        Run([.. export, "--fixed-point", "--onnx", File("fixed.onnx")]);

        JsonNode described = JsonNode.Parse(Run("networks", "describe", File("signs.onnx"), "--format", "json").Output)!;
        // 25 convolutions, 25 adapters, the classifier; shortcuts pool.
        described["layers"]!.AsArray().Count(static layer => ((string)layer!["kind"]!)[..2] is "co" or "fc").ShouldBe(51);
        System.IO.File.ReadAllBytes(File("fixed.onnx")).ShouldNotBe(System.IO.File.ReadAllBytes(File("signs.onnx")));
    }

    [Fact]
    public void An_engine_that_no_plugin_offers_is_a_finding()
    {
        Memti train = Memti.Run(
            ["train", "-d", Data, "--from-scratch", "-o", File("task"), "--epochs", "1", "--engine", "no-such-engine", .. Model]);

        train.ExitCode.ShouldBe(1);
        train.Errors.ShouldContain("MEMTI3012");
    }

    [Fact]
    public void A_model_without_a_graph_is_refused()
    {
        Memti export = Memti.Run(
            "networks", "export", "hello-trainable", "--classes", "3", "-p", Built.Sample("hello-trainable"), "-w", File("none"), "--onnx",
            File("a.onnx"));

        export.ExitCode.ShouldBe(1);
        export.Errors.ShouldContain("MEMTI8306");
    }

    private static Memti Run(params string[] words)
    {
        Memti run = Memti.Run(words);
        run.ExitCode.ShouldBe(0, run.Errors);
        return run;
    }

    private string File(string name) => Path.Combine(_folder.FullName, name);
}
