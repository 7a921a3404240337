using System.Text;
using Memti.Plugins.Torch.Codes;

namespace Memti.Plugins.Torch.Tests;

/// <summary>Bad input is refused by the built executable with a code.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RefusalTests() => KnownNetworks.Write(KnownNetworks.ResNet18(0.0625), _folder.Path("own.onnx"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_without_libtorch()
    {
        string bare = _folder.Path("torch");
        Directory.CreateDirectory(bare);
        foreach (string file in Directory.EnumerateFiles(BuiltMemti.PluginFolder, "*.dll"))
            if (Path.GetFileName(file) is not ("c10.dll" or "torch.dll" or "torch_cpu.dll" or "LibTorchSharp.dll"))
                File.Copy(file, Path.Combine(bare, Path.GetFileName(file)));
        Train(bare, []).ShouldContain(TorchCodes.LibraryMissing);
    }

    [Fact]
    public void Cuda_that_is_not_there() => Train("--model-set", "device=cuda").ShouldContain(TorchCodes.DeviceMissing);

    [Fact]
    public void Adapters_with_nowhere_to_go() => Train("--model-set", "adapters_at=conv 7x7").ShouldContain(TorchCodes.NowhereToAdapt);

    [Fact]
    public void An_operator_without_a_gradient()
    {
        // The steps of Ceil have none.
        byte[] file = File.ReadAllBytes(_folder.Path("own.onnx"));
        int place = file.AsSpan().IndexOf(Encoding.ASCII.GetBytes("Relu"));
        Encoding.ASCII.GetBytes("Ceil").CopyTo(file, place);
        File.WriteAllBytes(_folder.Path("own.onnx"), file);
        string told = Train();
        told.ShouldContain("MEMTI2712");
        told.ShouldContain("Ceil");
    }

    [Fact]
    public void A_loss_that_is_no_number() =>
        // Each step makes every parameter a hundred times larger.
        Train("--learning-rate", "100", "--schedule", "constant", "--weight-decay", "1", "--head-decay", "1", "--epochs", "20")
            .ShouldContain("MEMTI8302");

    private string Train(params string[] more) => Train(BuiltMemti.PluginFolder, more);

    private string Train(string folder, string[] more) => BuiltMemti.Refusal(
        folder,
        ["train", "--from-scratch", "--data", "generated:signs?classes=4&train=80&test=40&validation=0.2", "--model", "torch-network",
            "--model-set", $"file={_folder.Path("own.onnx")}", "-o", _folder.Path("signs.safetensors"), "--batch", "16", .. more]);
}
