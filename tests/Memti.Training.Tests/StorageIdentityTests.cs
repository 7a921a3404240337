using Memti.Abstractions.Plugins;
using Memti.Plugins.Catalog;
using Memti.Plugins.Finding;
using Memti.Plugins.Guarding;
using Memti.Training.Plans;

namespace Memti.Training.Tests;

/// <summary>What finished work depends on: an edit of any of it is other work.</summary>
public sealed class StorageIdentityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_cell_file_that_changes_under_its_name_is_another_storage()
    {
        string cell = _folder.Write("mine.memcell.yaml", Cell(sigma: 0.02));
        string before = Identity();

        File.WriteAllText(cell, Cell(sigma: 0.05));

        Identity().ShouldNotBe(before);
        File.WriteAllText(cell, Cell(sigma: 0.02));
        Identity().ShouldBe(before);
    }

    [Fact]
    public void A_cell_that_no_memory_uses_changes_nothing()
    {
        _folder.Write("mine.memcell.yaml", Cell(sigma: 0.02));
        string before = Identity();

        _folder.Write("other.memcell.yaml", Cell(sigma: 0.05).Replace("name: mine", "name: other", StringComparison.Ordinal));

        Identity().ShouldBe(before);
    }

    private string Identity()
    {
        var catalog = new PluginCatalog(new PluginGuard(TimeSpan.FromSeconds(60)));
        catalog.AddFound(new PluginSearch { Paths = [Path.Combine(AppContext.BaseDirectory, "test-plugins"), _folder.Root] });
        catalog.Diagnostics.ShouldBeEmpty();
        var storage = new WeightStorage
        {
            Shared = Bench.Bind(catalog, PluginContract.Memory, "rram", ["cell=mine", "bits_per_cell=2"])
        };
        return string.Join('\n', storage.Identity(catalog));
    }

    private static string Cell(double sigma) => FormattableString.Invariant($$"""
        memcell: 1
        name: mine
        kind: rram
        status: assumed
        source: a test
        geometry: { area_f2: 30, aspect_ratio: 1.2 }
        access: { device: cmos, width_f: 4 }
        resistance: { on_ohm: 2e4, off_ohm: 2e6 }
        read: { mode: current, voltage_v: 0.2, power_uw: 0.5 }
        set: { mode: voltage, voltage_v: 1.5, pulse_ns: 50 }
        reset: { mode: voltage, voltage_v: -1.2, pulse_ns: 80 }
        storage: { max_bits_per_cell: 2, endurance_cycles: 1e5, retention_s: 3e8 }
        levels:
          - { bits_per_cell: 2, means: [0, 0.3, 0.65, 1], sigmas: [{{sigma}}, 0.03, 0.03, 0.02] }
        """);
}
