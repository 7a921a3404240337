using System.Security.Cryptography;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Plugins;
using Memti.Plugins.Codes;
using Memti.Plugins.Finding;

namespace Memti.Plugins.Tests.Loading;

public sealed class PluginManifestReaderTests
{
    [Fact]
    public void A_manifest_says_what_the_assembly_declares()
    {
        PluginManifest manifest = PluginManifestReader.Read(TestPlugin.Assembly("NeedsOther")).ShouldNotBeNull();

        manifest.Id.ShouldBe("test.needs-other");
        manifest.EntryType.ShouldBe("Memti.TestPlugins.NeedsOtherPlugin");
        manifest.Contract.ShouldBe(ContractVersion.Current);
        manifest.Dependencies.ShouldBe(["test.private-a", "test.private-b"]);
        manifest.AssemblyName.ShouldBe("Memti.TestPlugins.NeedsOther");
        manifest.AssemblyVersion.ShouldBe(new Version(0, 1, 0, 0));
        manifest.File.ShouldBe(TestPlugin.Assembly("NeedsOther"));
    }

    [Fact]
    public void The_hash_is_that_of_the_file() =>
        PluginManifestReader.Read(TestPlugin.Assembly("Throws"))!.Sha256
            .ShouldBe(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(TestPlugin.Assembly("Throws")))));

    [Fact]
    public void The_contract_number_of_another_contract_is_read() =>
        PluginManifestReader.Read(TestPlugin.Assembly("OtherContract"))!.Contract.ShouldBe(99);

    [Fact]
    public void A_library_declares_no_plugin() =>
        PluginManifestReader.Read(typeof(IMemtiPlugin).Assembly.Location).ShouldBeNull();

    [Fact]
    public void Reading_loads_nothing()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Copy("Throws"), "Memti.TestPlugins.Throws.dll");

        PluginManifestReader.Read(file).ShouldNotBeNull();

        AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsDynamic && assembly.Location == file)
            .ShouldBeEmpty();
    }

    [Fact]
    public void An_assembly_cut_anywhere_is_unreadable_and_never_anything_else()
    {
        byte[] whole = File.ReadAllBytes(TestPlugin.Assembly("Throws"));
        using var folder = new TemporaryFolder();

        for (int length = 0; length < whole.Length; length += 61)
            Should.Throw<MemtiException>(() => PluginManifestReader.Read(folder.Write("cut/cut.dll", whole[..length])))
                .Diagnostic.Code.ShouldBe(PluginCodes.PluginUnreadable);
    }

    [Fact]
    public void An_assembly_with_wrong_bytes_gives_a_manifest_or_a_finding()
    {
        byte[] whole = File.ReadAllBytes(TestPlugin.Assembly("Throws"));
        using var folder = new TemporaryFolder();

        for (int place = 0; place < whole.Length; place += 7)
            PluginManifestReader.Find(TestPlugin.Search(folder.Write("wrong/wrong.dll", WithWrongByte(whole, place)))).ShouldNotBeNull();
    }

    private static byte[] WithWrongByte(byte[] whole, int place)
    {
        byte[] wrong = [.. whole];
        wrong[place] ^= 0xFF;
        return wrong;
    }
}
