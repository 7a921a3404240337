using System.Diagnostics;

namespace Memti.EndToEnd.Tests;

/// <summary>A run that takes hours says so at once, and ends when it is told to.</summary>
public sealed class LongRunTests : IDisposable
{
    // A frame rate that the system cannot keep, so that backlogs grow and no state recurs.
    private const string NeverRecurs = """
        memti: 1
        network: { kind: resnet26-adapters, adapters: series, input_px: 32, weight_bits: 16, task_bits: 3, tasks: [{ name: a, classes: 13 }, { name: b, classes: 22 }] }
        accelerator: { kind: nvdla, macs: 2048, buffer_kib: 128, clock_mhz: 50, winograd: true }
        memories:
          activations: { kind: sram, capacity_kib: 256, holds: [activations] }
          backing: { kind: dram, data_rate_mts: 3200, efficiency: 0.5, idle_power_down: true, holds: [all_tasks, input] }
          shared: { kind: pcm, holds: [shared] }
        workload: { fps: 658.321, frames: 1000000000, sequence: [b, a], order: fixed }
        system: { reload: overlapped }
        power: { firmware: duty-cycle, retain: true }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-long-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_state_that_never_recurs_is_said_with_rate_and_time_left_and_an_interrupt_ends_it()
    {
        if (OperatingSystem.IsWindows())
            return;
        string scenario = Path.Combine(_folder.FullName, "never-recurs.memti.yaml");
        await File.WriteAllTextAsync(scenario, NeverRecurs);
        using Process run = Memti.Start("run", scenario, "--no-sensitivity");

        try
        {
            string? line = await run.StandardError.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2));
            using (Process interrupt = Process.Start("kill", ["-INT", $"{run.Id}"]))
                await interrupt.WaitForExitAsync();

            await run.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
            line.ShouldNotBeNull();
            line.ShouldMatch("design 'never-recurs' has shown no period .* of 1,000,000,000 frames done, [0-9,]+ frames/s, .+ left");
            run.ExitCode.ShouldBe(130);
            (await run.StandardOutput.ReadToEndAsync()).ShouldBeEmpty();
        }
        finally
        {
            if (!run.HasExited)
                run.Kill(); // it would run for hours
        }
    }
}
