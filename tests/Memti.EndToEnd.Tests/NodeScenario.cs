namespace Memti.EndToEnd.Tests;

/// <summary>The scenario of small tasks that tests of weights and of builds train in seconds.</summary>
internal static class NodeScenario
{
    public static string Text(string senseOffset, string[] tasks, string images = "") => $$"""
        memti: 1
        network: { kind: resnet26-adapters, width: 0.25, input_px: 32, scale: none, tasks: [{{string.Join(", ", tasks.Select(static task => $"{{ name: {task}, classes: 4 }}"))}}] }
        accelerator: { kind: nvdla }
        memories:
          activations: { kind: sram, capacity_kib: 512, holds: [activations] }
          shared: { kind: rram, bits_per_cell: 3, value_cells: 3+3+2, sense_offset: {{senseOffset}}, holds: [shared] }
          adapters: { kind: sram, holds: [task_specific] }
          backing: { kind: rram, bits_per_cell: 1, holds: [all_tasks, input] }
        workload: { fps: 30, duration_s: 60 }
        power: { firmware: duty-cycle }
        {{images}}
        """;
}
