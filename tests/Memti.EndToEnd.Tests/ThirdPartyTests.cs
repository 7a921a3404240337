using System.Runtime.CompilerServices;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Firmware;
using Memti.Abstractions.Plugins;
using Memti.Abstractions.Units;
using Memti.Plugins.Catalog;
using Memti.Plugins.Finding;
using Memti.Plugins.Guarding;
using Memti.Runs;
using Memti.Runs.Running;
using Memti.Simulation.Codes;

namespace Memti.EndToEnd.Tests;

/// <summary>Plugins of other people, built against the contract only, in a scenario of their own.</summary>
public sealed class ThirdPartyTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-third-party-");

    [Fact]
    public void A_memory_an_accelerator_a_model_and_a_firmware_of_others_run_together()
    {
        string file = Path.Combine(_folder.FullName, "hello.memti.yaml");
        File.WriteAllText(file, """
            memti: 1
            network: { kind: hello-model, tasks: [{ name: left, classes: 4 }, { name: right, classes: 9 }] }
            accelerator: { kind: hello-accelerator }
            memories:
              activations: { kind: sram, holds: [activations] }
              backing: { kind: dram, holds: [all_tasks, input] }
              weights: { kind: hello-memory, holds: [shared, task_specific], resident_tasks: all }
            workload: { fps: 10, duration_s: 60 }
            power: { firmware: hello-firmware }
            """);
        Memti run = Memti.Run(
            "run",
            file,
            "--format",
            "json",
            "-p",
            Built.Sample("hello-memory"),
            "-p",
            Built.Sample("hello-accelerator"),
            "-p",
            Built.Sample("hello-model"),
            "-p",
            Built.Sample("hello-firmware"));
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("\"firmware\": \"hello-firmware\"");
    }

    [Fact]
    public void A_memory_of_others_shows_up_in_the_study_of_the_paper_by_one_override()
    {
        Memti run = Memti.Run(
            "run", Built.PaperScenario, "--design", "rram-adapters", "--no-sensitivity", "-p", Built.Sample("hello-memory"),
            "--set", "designs.rram-adapters.memories.adapters={ kind: hello-memory, holds: [task_specific], resident_tasks: all }");
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("hello-memory");
    }

    [Theory]
    [InlineData(typeof(SpinningFirmware), SimulationCodes.NoProgress)]
    [InlineData(typeof(IdlingFirmware), SimulationCodes.NoProgress)]
    [InlineData(typeof(CyclingFirmware), SimulationCodes.NoProgress)]
    [InlineData(typeof(ThrowingFirmware), SimulationCodes.FirmwareThrew)]
    [InlineData(typeof(LeavingFirmware), SimulationCodes.FirmwareEnded)]
    [InlineData(typeof(DreamingFirmware), SimulationCodes.FirmwareStalled)]
    public void Firmware_that_misbehaves_ends_its_run_with_a_code_and_not_the_host(Type firmware, string code)
    {
        RunOutcome outcome = Run(firmware, showsStack: false);

        outcome.Report.ShouldBeNull();
        outcome.Findings.ShouldContain(finding => finding.Code == code);
    }

    [Theory]
    [InlineData(typeof(SpinningFirmware), nameof(SpinningFirmware))]
    [InlineData(typeof(ComputingFirmware), "Compute")]
    [InlineData(typeof(SleepingFirmware), nameof(SleepingFirmware))]
    public void Firmware_that_hangs_is_named_with_its_stack_on_request(Type firmware, string where)
    {
        Diagnostic finding = Run(firmware, showsStack: true).Findings.Single(static finding => finding.Code == SimulationCodes.NoProgress);

        string[] lines = finding.Message.Split('\n');
        lines[0].ShouldContain("'bad'");
        lines.Length.ShouldBeGreaterThan(1, finding.Message);
        lines.Skip(1).ShouldContain(line => line.Contains(where, StringComparison.Ordinal));
        lines.ShouldAllBe(static line => !line.Contains("at Memti.Simulation.", StringComparison.Ordinal));
    }

    // Long enough for a busy machine to plan the design, short enough to wait for firmware that never returns.
    private static RunOutcome Run(Type firmware, bool showsStack)
    {
        using var catalog = new PluginCatalog(new PluginGuard(TimeSpan.FromSeconds(5)) { ShowsStack = showsStack });
        catalog.AddBuiltIn("bad", new BadFirmware(() => (IFirmware)Activator.CreateInstance(firmware)!));
        catalog.AddFound(new PluginSearch { HostFolder = Built.Plugins });
        return new RunPipeline(catalog).Run(new RunRequest
        {
            ScenarioFile = Built.PaperScenario,
            Overrides = ["power.firmware=bad", "designs=null", "variants=null", "references=null"],
            Sensitivity = false,
        });
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private sealed class NoOptions;

    private sealed class BadFirmware(Func<IFirmware> create) : IMemtiPlugin
    {
        public void Register(IPluginRegistry registry) => registry.AddFirmware<NoOptions>("bad", _ => create());
    }

    private sealed class SpinningFirmware : IFirmware
    {
        public ValueTask RunAsync(ISystemOnChip soc)
        {
            SpinWait.SpinUntil(static () => false);
            return default;
        }
    }

    /// <summary>Hangs in a method of its own, behind something that the simulator did for it.</summary>
    private sealed class ComputingFirmware : IFirmware
    {
        private long _count;

        public async ValueTask RunAsync(ISystemOnChip soc)
        {
            await soc.NextFrame().ConfigureAwait(false);
            Compute();
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private void Compute()
        {
            while (_count >= 0)
                _count = (_count + 1) & long.MaxValue;
        }
    }

    private sealed class SleepingFirmware : IFirmware
    {
        public async ValueTask RunAsync(ISystemOnChip soc)
        {
            await soc.NextFrame().ConfigureAwait(false);
            Thread.Sleep(Timeout.Infinite);
        }
    }

    private sealed class IdlingFirmware : IFirmware
    {
        public async ValueTask RunAsync(ISystemOnChip soc)
        {
            while (!soc.Now.Equals(SimTime.MaxValue))
                await soc.Wake().ConfigureAwait(false);
        }
    }

    private sealed class CyclingFirmware : IFirmware
    {
        public async ValueTask RunAsync(ISystemOnChip soc)
        {
            while (!soc.Now.Equals(SimTime.MaxValue))
            {
                await soc.Wake().ConfigureAwait(false);
                await soc.PowerDown(retain: false).ConfigureAwait(false);
            }
        }
    }

    private sealed class ThrowingFirmware : IFirmware
    {
        public ValueTask RunAsync(ISystemOnChip soc) => throw new InvalidOperationException("no");
    }

    private sealed class LeavingFirmware : IFirmware
    {
        public async ValueTask RunAsync(ISystemOnChip soc) => await soc.NextFrame().ConfigureAwait(false);
    }

    private sealed class DreamingFirmware : IFirmware
    {
        public async ValueTask RunAsync(ISystemOnChip soc) => await new TaskCompletionSource().Task.ConfigureAwait(false);
    }
}
