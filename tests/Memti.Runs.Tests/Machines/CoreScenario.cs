using System.Buffers.Binary;
using Memti.Networks.Presets;
using Memti.Plugins.Catalog;
using Memti.Plugins.Guarding;
using Memti.Plugins.Nvdla;
using Memti.Plugins.RiscV;
using Memti.Runs.Networks;
using Memti.Runs.Planning;
using Memti.Runs.Running;
using Memti.Runs.Tests.Executables;
using Memti.Scenarios;
using Memti.Scenarios.Designs;

namespace Memti.Runs.Tests.Machines;

/// <summary>A scenario with a core, an accelerator with registers and a small network, in a folder of its own.</summary>
internal sealed class CoreScenario : IDisposable
{
    /// <summary>Ends the run with a pass: four instructions of four bytes, and a loop that is not reached.</summary>
    internal static readonly uint[] Pass = [0x0010_02b7, 0x0000_5337, 0x5553_0313, 0x0062_a023, 0x0000_006f];

    private const string Table = "layer,kind,c,h,w,k,r,s\nconv,conv,8,8,8,8,3,3\nfc,fc,8,6,6,10,,\n";

    private readonly TemporaryFolder _folder = new();

    internal CoreScenario(TimeSpan? limit = null)
    {
        Catalog = new(new PluginGuard(limit ?? TimeSpan.FromSeconds(60)));
        Catalog.AddBuiltIn(BuiltInFirmware.Id, new BuiltInFirmware());
        Catalog.AddBuiltIn(BuiltInNetworks.Id, new BuiltInNetworks(NetworkCatalog.Empty));
        Catalog.AddBuiltIn("memti.nvdla", new NvdlaPlugin());
        Catalog.AddBuiltIn("memti.riscv", new RiscVPlugin());
        Catalog.AddBuiltIn(TestParts.Id, new TestParts());
        Network(Table);
        Program(Pass);
    }

    internal PluginCatalog Catalog { get; }

    internal string Processor { get; set; } = "{ kind: riscv, clock_mhz: 100 }";

    internal string Accelerator { get; set; } = "{ kind: nvdla, time_model: layer_maximum }";

    internal string Firmware { get; set; } = "{ elf: program.elf }";

    internal string Code { get; set; } = "{ kind: plain, at: 0x20000000, holds: [] }";

    internal string Bus { get; set; } = "{}";

    internal string Elf => _folder.Path("program.elf");

    private string File => _folder.Path("node.memti.yaml");

    private string Text => $$"""
        memti: 1
        network: { kind: layer-table, file: net.csv, tasks: [{ name: a }] }
        accelerator: {{Accelerator}}
        processor: {{Processor}}
        memories:
          code: {{Code}}
          data: { kind: plain, at: 0x80000000, holds: [] }
          sets: { kind: plain, holds: [all_tasks] }
          features: { kind: plain, holds: [activations, input] }
        workload: { fps: 30, duration_s: 1 }
        bus: {{Bus}}
        power: { firmware: {{Firmware}} }
        designs:
          node: {}
        """;

    public void Dispose()
    {
        Catalog.Dispose();
        _folder.Dispose();
    }

    /// <summary>Writes the layer table of the network.</summary>
    internal void Network(string table) => _folder.Write("net.csv", table);

    /// <summary>Writes the executable: instructions at the start of the code memory.</summary>
    internal void Program(params uint[] instructions)
    {
        byte[] bytes = new byte[4 * instructions.Length];
        for (int place = 0; place < instructions.Length; place++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4 * place), instructions[place]);
        Write(new ElfFile().Segment(0x2000_0000, bytes).Function("_start", 0x2000_0000, (uint)bytes.Length));
    }

    internal void Write(ElfFile file) => _folder.Write("program.elf", file.Bytes());

    internal PlannedDesign Plan() => new DesignPlanner(Catalog).Plan(Design(), seed: 1);

    internal DesignScenario Design()
    {
        ScenarioResult read = new ScenarioReader(new CatalogKinds(Catalog)).ReadText(Text, File);
        return read.Scenario.ShouldNotBeNull(string.Join('\n', read.Findings)).Designs.Single();
    }

    internal RunOutcome Run() => Saved(static (pipeline, request) => pipeline.Run(request));

    internal ScenarioResult Validate() => Saved(static (pipeline, request) => pipeline.Validate(request));

    private T Saved<T>(Func<RunPipeline, RunRequest, T> act)
    {
        _folder.Write("node.memti.yaml", Text);
        return act(new RunPipeline(Catalog), new RunRequest { ScenarioFile = File, Sensitivity = false, Threads = 1 });
    }
}
