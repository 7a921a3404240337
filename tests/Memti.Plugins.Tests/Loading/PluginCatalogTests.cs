using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Memories;
using Memti.Plugins.Catalog;
using Memti.Plugins.Codes;
using Memti.Plugins.Finding;
using Memti.Plugins.Guarding;
using Memti.Plugins.Loading;
using Memti.Plugins.Registry;

namespace Memti.Plugins.Tests.Loading;

public sealed class PluginCatalogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PluginGuard _patient = new(TimeSpan.FromSeconds(60));
    private readonly PluginGuard _hasty = new(TimeSpan.FromMilliseconds(200));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_plugin_is_listed_with_its_manifest_and_kinds()
    {
        using PluginCatalog catalog = TestPlugin.Load(TestPlugin.Folder("hello-memory"));

        LoadedPlugin plugin = catalog.Plugins.ShouldHaveSingleItem();
        plugin.Id.ShouldBe("hello.memory");
        plugin.Manifest!.AssemblyName.ShouldBe("HelloMemory");
        plugin.Registrations.ShouldHaveSingleItem().ShouldBeSameAs(catalog.Memories["hello-memory"]);
        catalog.Memories["hello-memory"].OptionsType.Name.ShouldBe("FerroelectricOptions");
        catalog.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void A_plugin_that_throws_is_left_out_whole()
    {
        using PluginCatalog catalog = TestPlugin.Load(TestPlugin.Folder("Throws"));

        catalog.Registrations.ShouldBeEmpty();
        Diagnostic finding = catalog.Diagnostics.ShouldBeOnly(DiagnosticCode.PluginThrew);
        finding.File.ShouldBe(TestPlugin.Assembly("Throws"));
        finding.Message.ShouldContain("the licence server does not answer");
    }

    [Fact]
    public void A_plugin_that_hangs_is_left_out()
    {
        using PluginCatalog catalog = TestPlugin.Load(_hasty, TestPlugin.Folder("Hangs"));

        catalog.Plugins.ShouldBeEmpty();
        catalog.Diagnostics.ShouldBeOnly(PluginCodes.PluginTimedOut).File.ShouldBe(TestPlugin.Assembly("Hangs"));
    }

    [Fact]
    public void A_plugin_without_its_library_is_left_out_and_both_are_named()
    {
        using PluginCatalog catalog = TestPlugin.Load(TestPlugin.Folder("MissingDependency"));

        Diagnostic finding = catalog.Diagnostics.ShouldBeOnly(PluginCodes.PluginDependencyMissing);
        finding.File.ShouldBe(TestPlugin.Assembly("MissingDependency"));
        finding.Message.ShouldContain("Memti.TestPlugins.PrivateLibrary.dll");
    }

    [Fact]
    public void A_plugin_with_a_damaged_library_is_left_out_and_both_are_named()
    {
        string folder = _folder.Copy("MissingDependency");
        _folder.Write("MissingDependency/Memti.TestPlugins.PrivateLibrary.dll", [1, 2, 3]);

        using PluginCatalog catalog = TestPlugin.Load(folder);

        Diagnostic finding = catalog.Diagnostics.ShouldBeOnly(PluginCodes.PluginDependencyMissing);
        finding.File.ShouldBe(Path.Combine(folder, "Memti.TestPlugins.MissingDependency.dll"));
        finding.Message.ShouldContain("Memti.TestPlugins.PrivateLibrary.dll is no whole .NET assembly");
    }

    [Fact]
    public void A_plugin_whose_library_is_first_missed_later_is_reported_then()
    {
        string folder = _folder.Copy("PrivateDependencyA");
        File.Delete(Path.Combine(folder, "Memti.TestPlugins.PrivateLibrary.dll"));
        using PluginCatalog catalog = TestPlugin.Load(folder);
        Registration<IMemoryModel> registration = catalog.Memories["private-a"];

        MemtiException fault = Should.Throw<MemtiException>(
            () => _patient.Call(registration.PluginId, registration.File, "Size", () => Organisation(registration)));

        fault.Diagnostic.Code.ShouldBe(PluginCodes.PluginDependencyMissing);
        fault.Diagnostic.File.ShouldBe(Path.Combine(folder, "Memti.TestPlugins.PrivateDependencyA.dll"));
    }

    [Fact]
    public void A_plugin_for_another_contract_is_not_run()
    {
        using PluginCatalog catalog = TestPlugin.Load(TestPlugin.Folder("OtherContract"));

        catalog.Diagnostics.ShouldBeOnly(PluginCodes.PluginContract).File.ShouldBe(TestPlugin.Assembly("OtherContract"));
    }

    [Fact]
    public void A_plugin_whose_entry_is_no_plugin_is_left_out()
    {
        using PluginCatalog catalog = TestPlugin.Load(TestPlugin.Folder("WrongEntry"));

        catalog.Diagnostics.ShouldBeOnly(DiagnosticCode.PluginInvalid).File.ShouldBe(TestPlugin.Assembly("WrongEntry"));
    }

    [Fact]
    public void A_plugin_that_offers_a_kind_of_another_is_left_out_whole_and_both_are_named()
    {
        using PluginCatalog catalog = TestPlugin.Load(TestPlugin.Folder("DuplicateKind"), TestPlugin.Folder("PrivateDependencyA"));

        catalog.Memories.Keys.ShouldBe(["private-a"]);
        Diagnostic finding = catalog.Diagnostics.ShouldBeOnly(PluginCodes.PluginDuplicate);
        finding.File.ShouldBe(TestPlugin.Assembly("DuplicateKind"));
        finding.Message.ShouldContain("test.duplicate-kind");
        finding.Message.ShouldContain("test.private-a");
    }

    [Fact]
    public void A_plugin_registers_after_those_that_it_needs()
    {
        using PluginCatalog catalog = TestPlugin.Load(
            TestPlugin.Folder("NeedsOther"), TestPlugin.Folder("PrivateDependencyB"), TestPlugin.Folder("PrivateDependencyA"));

        catalog.Plugins.Select(static plugin => plugin.Id).ShouldBe(["test.private-a", "test.private-b", "test.needs-other"]);
    }

    [Fact]
    public void A_plugin_whose_need_is_not_met_is_left_out()
    {
        using PluginCatalog catalog = TestPlugin.Load(TestPlugin.Folder("NeedsOther"), TestPlugin.Folder("PrivateDependencyA"));

        catalog.Plugins.ShouldHaveSingleItem().Id.ShouldBe("test.private-a");
        catalog.Diagnostics.ShouldBeOnly(PluginCodes.PluginOrder).File.ShouldBe(TestPlugin.Assembly("NeedsOther"));
    }

    [Fact]
    public void A_plugin_whose_need_failed_is_left_out_too()
    {
        using var catalog = new PluginCatalog(_patient);
        catalog.AddBuiltIn("memti.host", new BuiltInPlugin("private-b"));
        catalog.AddFound(TestPlugin.Search(
            TestPlugin.Folder("NeedsOther"), TestPlugin.Folder("PrivateDependencyA"), TestPlugin.Folder("PrivateDependencyB")));

        catalog.Diagnostics.Select(static finding => finding.Code).ShouldBe([PluginCodes.PluginDuplicate, PluginCodes.PluginOrder]);
    }

    [Fact]
    public void Each_plugin_has_its_own_version_and_state_of_a_library()
    {
        using PluginCatalog catalog = TestPlugin.Load(TestPlugin.Folder("PrivateDependencyA"), TestPlugin.Folder("PrivateDependencyB"));

        Organisation(catalog.Memories["private-a"]).ShouldBe("library 1, use 1");
        Organisation(catalog.Memories["private-b"]).ShouldBe("library 2, use 1");
    }

    [Fact]
    public void A_plugin_that_another_needs_shares_its_types()
    {
        using PluginCatalog catalog = TestPlugin.Load(TestPlugin.Folder("UsesTypes"), TestPlugin.Folder("OffersTypes"));

        catalog.Diagnostics.ShouldBeEmpty();
        Should.Throw<InvalidOperationException>(() => catalog.Firmware["offers-types"].Create(new object())).Message.ShouldBe("uses-types");
    }

    [Fact]
    public void A_copy_beside_the_plugin_does_not_replace_the_types_of_the_one_it_needs()
    {
        string folder = _folder.Copy("UsesTypes");
        File.Copy(TestPlugin.Assembly("OffersTypes"), Path.Combine(folder, Path.GetFileName(TestPlugin.Assembly("OffersTypes"))));
        using PluginCatalog catalog = TestPlugin.Load(
            TestPlugin.Folder("OffersTypes"), Path.Combine(folder, "Memti.TestPlugins.UsesTypes.dll"));

        catalog.Diagnostics.ShouldBeEmpty();
        Should.Throw<InvalidOperationException>(() => catalog.Firmware["offers-types"].Create(new object())).Message.ShouldBe("uses-types");
    }

    [Fact]
    public void What_ships_keeps_its_id_and_its_kinds_whatever_a_user_adds()
    {
        // In ordinal order of their paths, the user's would come first.
        string added = _folder.Copy("DuplicateKind", "a");
        _folder.Copy("PrivateDependencyA", "z/private-a");
        using var catalog = new PluginCatalog(_patient);
        catalog.AddFound(new PluginSearch { HostFolder = _folder.Path("z"), Paths = [_folder.Copy("PrivateDependencyA", "b"), added] });

        catalog.Memories["private-a"].File.ShouldStartWith("plugins/private-a/");
        catalog.Diagnostics.Select(static finding => finding.Code).ShouldBe([PluginCodes.PluginDuplicate, PluginCodes.PluginDuplicate]);
        catalog.Diagnostics.Select(static finding => finding.File!).ShouldBe(
            [
                _folder.Path("b", "Memti.TestPlugins.PrivateDependencyA.dll"),
                _folder.Path("a", "Memti.TestPlugins.DuplicateKind.dll"),
            ]);
    }

    [Theory]
    [InlineData("gives-null", "null")]
    [InlineData("gives-null-inside", "null for Organisation")]
    public void Null_in_place_of_a_figure_is_named_with_plugin_kind_and_member(string kind, string what)
    {
        using PluginCatalog catalog = TestPlugin.Load(TestPlugin.Folder("BadMemories"));

        Diagnostic finding = Fault(_patient, catalog.Memories[kind]);

        finding.Code.ShouldBe(DiagnosticCode.PluginInvalid);
        finding.File.ShouldBe(TestPlugin.Assembly("BadMemories"));
        finding.Message.ShouldBe($"plugin 'test.bad-memories' breaks the contract: Size of memory '{kind}' gave {what}.");
    }

    [Fact]
    public void What_a_kind_throws_is_named_with_plugin_kind_and_member_and_on_request_with_its_place()
    {
        using PluginCatalog catalog = TestPlugin.Load(TestPlugin.Folder("BadMemories"));
        Registration<IMemoryModel> kind = catalog.Memories["throws-in-size"];
        const string Named = "plugin 'test.bad-memories' threw InvalidOperationException in Size of memory 'throws-in-size': "
            + "the table ends here";

        Fault(_patient, kind).Message.ShouldBe(Named);
        Fault(new PluginGuard(TimeSpan.FromSeconds(60)) { ShowsStack = true }, kind).Message
            .ShouldStartWith(Named + "\n   at Memti.TestPlugins.BadMemoriesPlugin.");
    }

    [Fact]
    public void What_hangs_is_called_once_and_named_with_plugin_kind_and_member_and_on_request_with_its_place()
    {
        using PluginCatalog catalog = TestPlugin.Load(TestPlugin.Folder("BadMemories"));
        Registration<IMemoryModel> kind = catalog.Memories["hangs-in-size"];
        var guard = new PluginGuard(TimeSpan.FromMilliseconds(200)) { ShowsStack = true };

        Diagnostic first = Fault(guard, kind);

        first.Code.ShouldBe(PluginCodes.PluginTimedOut);
        first.Message.ShouldStartWith("plugin 'test.bad-memories' did not return from Size of memory 'hangs-in-size' within 0.2 s.\n");
        first.Message.ShouldContain("Memti.TestPlugins.BadMemory.Size");
        Should.Throw<MemtiException>(() => kind.Call<int>(guard, "Size", static () => throw new NotSupportedException()))
            .Diagnostic.ShouldBe(first);
    }

    [Fact]
    public void What_the_host_offers_is_registered_like_a_plugin()
    {
        using var catalog = new PluginCatalog(_patient);

        catalog.AddBuiltIn("memti.host", new BuiltInPlugin());

        catalog.Plugins.ShouldHaveSingleItem().Manifest.ShouldBeNull();
        catalog.Memories["built-in"].PluginId.ShouldBe("memti.host");
    }

    [Fact]
    public void The_host_cannot_offer_a_kind_twice()
    {
        using var catalog = new PluginCatalog(_patient);
        catalog.AddBuiltIn("memti.host", new BuiltInPlugin());

        Should.Throw<MemtiException>(() => catalog.AddBuiltIn("memti.other", new BuiltInPlugin()))
            .Diagnostic.Code.ShouldBe(PluginCodes.PluginDuplicate);
    }

    [Fact]
    public void An_id_of_the_host_is_taken()
    {
        using var catalog = new PluginCatalog(_patient);
        catalog.AddBuiltIn("hello.memory", new BuiltInPlugin());

        catalog.AddFound(TestPlugin.Search(TestPlugin.Folder("hello-memory")));

        catalog.Diagnostics.ShouldBeOnly(PluginCodes.PluginDuplicate);
    }

    [Fact]
    public void A_cancelled_search_loads_no_plugin()
    {
        using var catalog = new PluginCatalog(_patient);

        Should.Throw<OperationCanceledException>(
            () => catalog.AddFound(TestPlugin.Search(TestPlugin.Folder("hello-memory")), new CancellationToken(canceled: true)));

        catalog.Plugins.ShouldBeEmpty();
    }

    [Fact]
    public void The_host_survives_all_bad_plugins_at_once_and_the_good_ones_load()
    {
        _folder.Write("Truncated/Truncated.dll", File.ReadAllBytes(TestPlugin.Assembly("Throws"))[..2000]);
        using PluginCatalog catalog = TestPlugin.Load(
            new PluginGuard(TimeSpan.FromSeconds(5)), TestPlugin.All, _folder.Root, "no/such/path");

        catalog.Plugins.Select(static plugin => plugin.Id).ShouldBe(
        [
            "test.private-a",
            "test.private-b", "test.needs-other", "test.bad-memories", "test.hostile", "test.stays", "test.prints", "test.remembers",
            "test.offers-types", "test.process-library", "test.takes-command", "test.uses-types", "hello.accelerator", "hello.firmware",
            "hello.memory", "hello.model", "hello.supply", "hello.trainable",
        ], ignoreOrder: true);
        catalog.Diagnostics.Select(static finding => finding.Code).ShouldBe(
        [
            PluginCodes.PluginUnreadable,
            PluginCodes.PluginContract,
            PluginCodes.PluginContract, // of the contract before this one
            PluginCodes.PluginDependencyMissing,
            DiagnosticCode.PluginThrew,
            PluginCodes.PluginTimedOut,
            PluginCodes.PluginDuplicate,
            DiagnosticCode.PluginInvalid,
            DiagnosticCode.PluginInvalid,
            PluginCodes.PluginPathMissing,
        ], ignoreOrder: true);
    }

    [Fact]
    public void Every_finding_names_a_file()
    {
        using PluginCatalog catalog = TestPlugin.Load(_hasty, TestPlugin.All);

        catalog.Diagnostics.ShouldAllBe(static finding => finding.File!.StartsWith(TestPlugin.All, StringComparison.Ordinal));
    }

    private static Diagnostic Fault(PluginGuard guard, Registration<IMemoryModel> kind) => Should.Throw<MemtiException>(
        () => kind.Call(guard, "Size", () => kind.Create(new object()).Size(new MemoryRequest([], null!)))).Diagnostic;

    private static string Organisation(Registration<IMemoryModel> registration) =>
        registration.Create(new object()).Size(new MemoryRequest([], null!)).Organisation;
}
