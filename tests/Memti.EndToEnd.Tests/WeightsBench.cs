using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Memti.EndToEnd.Tests;

/// <summary>A folder with a scenario, two small tasks and a request, as a build leaves them.</summary>
internal sealed class WeightsBench : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti weights é ");

    public WeightsBench()
    {
        Scenario();
        Request(static _ => { });
    }

    /// <summary>A copy of another bench, with what was built there.</summary>
    public WeightsBench(WeightsBench other)
    {
        foreach (string file in Directory.EnumerateFiles(other._folder.FullName, "*", SearchOption.AllDirectories))
        {
            string copy = At(Path.GetRelativePath(other._folder.FullName, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Manifest => At("out/weights.manifest.json");

    public string At(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Writes the scenario.</summary>
    public void Scenario(string senseOffset = "0.02", string images = "") =>
        File.WriteAllText(At("node.memti.yaml"), NodeScenario.Text(senseOffset, ["signs", "textures"], images));

    /// <summary>Writes the request, with something changed.</summary>
    public void Request(Action<JsonObject> change)
    {
        var request = new JsonObject
        {
            ["memti_weights"] = 1,
            ["folder"] = ".",
            ["scenario"] = "node.memti.yaml",
            ["backbone"] = Path.Combine(Built.Root, "samples", "backbones", "world-w0.25.safetensors"),
            ["trials"] = 2,
            ["tasks"] = new JsonArray(Task("signs"), Task("textures")),
            ["regions"] = new JsonArray(
                Region("shared", "0x10000000", "bin", "ihex"),
                Region("adapters", "0x20000000", "bin"),
                Region("backing", "0x30000000", "elf")),
            ["budgets"] = new JsonArray(
                new JsonObject { ["name"] = "all", ["minimum_accuracy"] = 0, ["maximum_energy_per_frame_mj"] = 1e6 }),
            ["output"] = "out",
            ["work"] = "work",
        };
        change(request);
        File.WriteAllText(At("request.json"), request.ToJsonString());
    }

    public Memti Weights(string stage, params string[] options) => Memti.Run(["weights", stage, At("request.json"), .. options]);

    /// <summary>Runs a stage that must succeed.</summary>
    public Memti Done(string stage, params string[] options)
    {
        Memti run = Weights(stage, options);
        run.ExitCode.ShouldBe(0, run.Errors);
        return run;
    }

    /// <summary>SHA-256 of all files of an output folder.</summary>
    public SortedDictionary<string, string> Output(string folder = "out") => new(
        Directory.EnumerateFiles(At(folder)).ToDictionary(
            static file => Path.GetFileName(file),
            static file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))), StringComparer.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);

    private static JsonObject Task(string name) => new()
    {
        ["name"] = name,
        ["data"] = $"generated:{name}?classes=4&train=80&test=40&validation=0.2",
        ["epochs"] = 1,
        ["batch"] = 32,
        ["retrain_epochs"] = 1,
    };

    private static JsonObject Region(string name, string address, params string[] formats) => new()
    {
        ["name"] = name,
        ["memory"] = name,
        ["address"] = address,
        ["formats"] = new JsonArray([.. formats.Select(static format => JsonValue.Create(format))]),
    };
}
