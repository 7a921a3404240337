using System.Text.Json;

namespace Memti.EndToEnd.Tests;

/// <summary>Networks of more tasks than a person would list.</summary>
public sealed class ManyTaskTests : IDisposable
{
    private const int Tasks = 200;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("memti-many-tasks-");

    [Fact]
    public void Two_hundred_tasks_run_through_a_hundred_slots()
    {
        JsonElement design =
            JsonDocument.Parse(Memti.Run("run", Write(Tasks), "--no-sensitivity", "-f", "json").Output).RootElement
                .GetProperty("designs")[0];

        design.GetProperty("tasks").GetArrayLength().ShouldBe(Tasks);
        design.GetProperty("frames").GetProperty("met").GetInt64().ShouldBe(20);
        string?[] loaded = [.. Posts(design, "reload").Concat(Posts(design, "task_switch_write")).Distinct()];
        loaded.Length.ShouldBe(Tasks);
        Posts(design, "task_switch_write").ShouldNotContain("t7");
        design.GetProperty("energy").EnumerateArray().Sum(static post => post.GetProperty("millijoules_per_frame").GetDouble())
            .ShouldBe(design.GetProperty("energy_per_frame_mj").GetDouble(), 1e-9);
    }

    [Fact]
    public void More_than_4096_tasks_are_refused()
    {
        Memti run = Memti.Run("validate", Write(4097));

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("MEMTI2005");
        run.Errors.ShouldContain("a list of 1 to 4096 tasks");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<string?> Posts(JsonElement design, string cause) => design.GetProperty("energy").EnumerateArray()
        .Where(post => post.GetProperty("cause").GetString() == cause)
        .Select(static post => post.GetProperty("task").GetString());

    private string Write(int tasks)
    {
        string names = string.Join(
            ", ", Enumerable.Range(0, tasks).Select(static task => $"{{ name: t{task}, classes: {10 + (task % 7)} }}"));
        string file = Path.Combine(_folder.FullName, "many.memti.yaml");
        File.WriteAllText(file, $$"""
            memti: 1
            network: { kind: resnet26-adapters, input_px: 32, tasks: [{{names}}] }
            accelerator: { kind: nvdla, macs: 1024 }
            memories:
              activations: { kind: sram, capacity_kib: 2048, holds: [activations] }
              backing: { kind: dram, holds: [all_tasks, input] }
              shared: { kind: rram, bits_per_cell: 3, holds: [shared] }
              adapters: { kind: sram, holds: [task_specific], resident_tasks: 100, pinned: [t7] }
            workload: { fps: 1, frames: 20 }
            power: { firmware: duty-cycle, sleep_unused_memories: true }
            """);
        return file;
    }
}
