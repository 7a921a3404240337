using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Plugins;
using Memti.Plugins.Codes;
using Memti.Plugins.Finding;

namespace Memti.Plugins.Tests.Loading;

public sealed class PluginFinderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_plugin_is_found_by_its_file_its_folder_or_the_folder_above()
    {
        string folder = _folder.Copy("Throws");

        PluginManifest[] found =
        [
            .. TestPlugin.Find(Path.Combine(folder, "Memti.TestPlugins.Throws.dll")).Manifests,
            .. TestPlugin.Find(folder).Manifests,
            .. TestPlugin.Find(_folder.Root).Manifests,
        ];

        found.Select(static manifest => manifest.Id).ShouldBe(["test.throws", "test.throws", "test.throws"]);
    }

    [Fact]
    public void A_plugin_that_is_found_twice_counts_once()
    {
        PluginScan scan = TestPlugin.Find(_folder.Copy("Throws"), _folder.Root);

        scan.Manifests.ShouldHaveSingleItem();
        scan.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Files_are_named_as_the_user_gave_them()
    {
        _folder.Copy("Throws");
        string given = Path.GetRelativePath(Directory.GetCurrentDirectory(), _folder.Root) + "/";

        TestPlugin.Find(given).Manifests.ShouldHaveSingleItem().File.ShouldBe($"{given}Throws/Memti.TestPlugins.Throws.dll");
    }

    [Fact]
    public void Files_beside_the_executable_are_named_from_there()
    {
        _folder.Copy("OtherContract");

        PluginScan scan = PluginManifestReader.Find(new PluginSearch { HostFolder = _folder.Root });

        scan.Diagnostics.ShouldBeOnly(PluginCodes.PluginContract)
            .File.ShouldBe("plugins/OtherContract/Memti.TestPlugins.OtherContract.dll");
    }

    [Fact]
    public void A_host_without_a_folder_of_plugins_is_fine() =>
        PluginManifestReader.Find(new PluginSearch { HostFolder = _folder.Path("nowhere") }).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void An_assembly_among_the_folders_of_the_host_does_not_hide_them()
    {
        _folder.Copy("Throws");
        File.Copy(typeof(IMemtiPlugin).Assembly.Location, _folder.Path("Stray.dll"));

        PluginScan scan = PluginManifestReader.Find(new PluginSearch { HostFolder = _folder.Root });

        scan.Manifests.ShouldHaveSingleItem();
        scan.Diagnostics.ShouldBeOnly(PluginCodes.PluginUndeclared).File.ShouldBe("plugins");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(3000)]
    public void A_truncated_assembly_is_unreadable(int length)
    {
        byte[] whole = File.ReadAllBytes(TestPlugin.Assembly("Throws"));
        string file = _folder.Write("rram/rram.dll", whole[..length]);

        PluginScan scan = TestPlugin.Find(_folder.Path("rram"));

        scan.Manifests.ShouldBeEmpty();
        scan.Diagnostics.ShouldBeOnly(PluginCodes.PluginUnreadable).File.ShouldBe(file);
    }

    [Fact]
    public void Text_in_the_place_of_an_assembly_is_unreadable() =>
        TestPlugin.Find(_folder.Write("text/text.dll", "MZ, but not for long"u8.ToArray())).Diagnostics
            .ShouldBeOnly(PluginCodes.PluginUnreadable).File.ShouldBe(_folder.Path("text", "text.dll"));

    [Fact]
    public void A_folder_without_a_plugin_is_a_warning()
    {
        Directory.CreateDirectory(_folder.Path("empty"));

        Diagnostic finding = TestPlugin.Find(_folder.Path("empty")).Diagnostics.ShouldBeOnly(PluginCodes.PluginUndeclared);

        finding.File.ShouldBe(_folder.Path("empty"));
        finding.Severity.ShouldBe(Severity.Warning);
    }

    [Fact]
    public void An_assembly_that_declares_nothing_is_a_warning_when_it_is_asked_for() =>
        TestPlugin.Find(typeof(IMemtiPlugin).Assembly.Location).Diagnostics.ShouldBeOnly(PluginCodes.PluginUndeclared)
            .File.ShouldBe(typeof(IMemtiPlugin).Assembly.Location);

    [Fact]
    public void A_plugin_for_another_contract_is_refused()
    {
        PluginScan scan = TestPlugin.Find(TestPlugin.Folder("OtherContract"));

        scan.Manifests.ShouldBeEmpty();
        Diagnostic finding = scan.Diagnostics.ShouldBeOnly(PluginCodes.PluginContract);
        finding.File.ShouldBe(TestPlugin.Assembly("OtherContract"));
        finding.Message.ShouldBe("plugin 'test.other-contract' needs contract 99; this host offers 2. Rebuild it.");
    }

    [Fact]
    public void A_plugin_of_the_contract_before_namespaces_is_refused_for_its_contract()
    {
        PluginScan scan = TestPlugin.Find(TestPlugin.Folder("FormerContract"));

        scan.Manifests.ShouldBeEmpty();
        scan.Diagnostics.ShouldBeOnly(PluginCodes.PluginContract).Message
            .ShouldBe("plugin 'test.former-contract' needs contract 1; this host offers 2. Rebuild it.");
    }

    [Fact]
    public void Of_two_plugins_with_one_id_the_first_path_wins()
    {
        string second = _folder.Copy("Throws", "b");
        string first = _folder.Copy("Throws", "a");

        PluginScan scan = TestPlugin.Find(second, first);

        scan.Manifests.ShouldHaveSingleItem().FullPath.ShouldStartWith(first);
        Diagnostic finding = scan.Diagnostics.ShouldBeOnly(PluginCodes.PluginDuplicate);
        finding.File.ShouldStartWith(second);
        finding.Message.ShouldContain(first);
    }

    [Fact]
    public void A_plugin_for_another_contract_takes_no_id()
    {
        string outdated = _folder.Copy("OtherContract", "a");

        PluginScan scan = TestPlugin.Find(outdated, _folder.Copy("OtherContract", "b"));

        scan.Diagnostics.Select(static finding => finding.Code)
            .ShouldBe([PluginCodes.PluginContract, PluginCodes.PluginContract]);
    }

    [Fact]
    public void A_path_that_does_not_exist_is_a_finding() =>
        TestPlugin.Find("no/such/folder").Diagnostics.ShouldBeOnly(PluginCodes.PluginPathMissing).File.ShouldBe("no/such/folder");

    [Fact]
    public void A_damaged_library_beside_a_plugin_is_no_finding_yet()
    {
        string folder = _folder.Copy("Throws");
        _folder.Write("Throws/libnative.dll", [1, 2, 3]);

        TestPlugin.Find(folder).Diagnostics.ShouldBeEmpty();
    }
}
