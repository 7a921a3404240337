using System.Text.Json;
using Memti.Abstractions.Graphs;

namespace Memti.Plugins.Torch.Tests;

/// <summary>
/// ONNX files become multi-task networks in the built executable: trained, met with faults, retrained, written as images and simulated.
/// </summary>
public sealed class OwnNetworkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void MobileNetV2_from_an_onnx_file_becomes_images_of_two_tasks() =>
        Build(KnownNetworks.MobileNetV2(0.125), "conv 3x3, depthwise");

    [Fact]
    public void ResNet_18_from_an_onnx_file_becomes_images_of_two_tasks() => Build(KnownNetworks.ResNet18(0.125), "conv 3x3");

    private void Build(NetworkGraph network, string sites)
    {
        KnownNetworks.Write(network, _folder.Path("own.onnx"));
        File.WriteAllText(_folder.Path("node.memti.yaml"), Scenario(sites));
        File.WriteAllText(_folder.Path("request.json"), Request);
        BuiltMemti.Run(
            "networks", "backbone", _folder.Path("node.memti.yaml"), "--task", "signs", "-o", _folder.Path("backbone.safetensors"));
        BuiltMemti.Run("weights", "build", _folder.Path("request.json"));
        BuiltMemti.Run("image", "verify", _folder.Path("out/weights.manifest.json"));
        using var manifest = JsonDocument.Parse(File.ReadAllText(_folder.Path("out/weights.manifest.json")));
        string told = manifest.RootElement.ToString();
        told.ShouldContain("libtorch 2.10.0");
        told.ShouldContain("signs");
        told.ShouldContain("textures");
        BuiltMemti.Run("run", _folder.Path("node.memti.yaml"), "--weights", _folder.Path("out/weights.manifest.json"))
            .ShouldContain("textures");
    }

    private static string Scenario(string sites) => $$"""
        memti: 1
        name: own-network
        seed: 1
        network:
          kind: torch-network
          file: own.onnx
          adapters: parallel
          adapters_at: {{sites}}
          tasks: [{ name: signs, classes: 4 }, { name: textures, classes: 4 }]
        accelerator: { kind: nvdla, macs: 256, buffer_kib: 128, clock_mhz: 400 }
        memories:
          activations: { kind: sram, capacity_kib: 512, holds: [activations, input] }
          shared: { kind: rram, bits_per_cell: 3, value_cells: 3+3+2, sense_offset: 0.02, holds: [shared] }
          adapters: { kind: sram, holds: [task_specific] }
          backing: { kind: rram, bits_per_cell: 1, holds: [all_tasks] }
        workload: { fps: 10, sequence: [signs, textures], duration_s: 10 }
        power: { firmware: duty-cycle }
        """;

    private const string Request = """
        {
          "memti_weights": 1, "folder": ".", "scenario": "node.memti.yaml", "backbone": "backbone.safetensors", "trials": 2,
          "faults": "fixed", "chip": 0,
          "tasks": [
            { "name": "signs", "data": "generated:signs?classes=4&train=80&test=40&validation=0.2", "epochs": 1, "batch": 16,
              "retrain_epochs": 1 },
            { "name": "textures", "data": "generated:textures?classes=4&train=80&test=40&validation=0.2", "epochs": 1, "batch": 16,
              "retrain_epochs": 1 }
          ],
          "regions": [
            { "name": "shared", "memory": "shared", "address": "0x10000000", "formats": ["bin", "ihex"] },
            { "name": "adapters", "memory": "adapters", "address": "0x20000000", "formats": ["bin"] },
            { "name": "backing", "memory": "backing", "address": "0x30000000", "formats": ["bin"] }
          ],
          "budgets": [{ "name": "all", "minimum_accuracy": 0, "maximum_energy_per_frame_mj": 1000000 }],
          "output": "out", "work": "work"
        }
        """;
}
