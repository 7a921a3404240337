using System.Text.Json;

namespace Memti.EndToEnd.Tests;

public sealed class ExplainTimeTests
{
    [Fact]
    public void A_run_says_in_its_table_where_the_time_of_each_layer_goes()
    {
        string table = Memti.Run("run", Built.PaperScenario, "--design", "memti", "--no-sensitivity", "--explain-time").Output;

        table.ShouldContain("Time of one inference: memti, cifar100, whole_frame; ");
        table.ShouldContain("weight port, us");
        table.ShouldContain("stage1.block1.shortcut");
    }

    [Fact]
    public void A_run_says_it_in_JSON_and_layers_add_up_to_the_inference()
    {
        string json =
            Memti.Run("run", Built.PaperScenario, "--design", "memti", "--no-sensitivity", "--explain-time", "--format", "json").Output;

        JsonElement time = JsonDocument.Parse(json).RootElement.GetProperty("designs")[1].GetProperty("time")[0];
        time.GetProperty("layers")
            .EnumerateArray()
            .Sum(static layer => layer.GetProperty("ms").GetDouble())
            .ShouldBe(time.GetProperty("ms").GetDouble(), 1e-9);
        time.GetProperty("layers")[0].GetProperty("busy_ms").GetProperty("compute").GetDouble().ShouldBeGreaterThan(0);
        time.GetProperty("first_fill_ms").GetDouble().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_run_that_is_not_asked_says_nothing_of_it() =>
        Pipeline.Paper("workload.duration_s=1")["memti"].Time.ShouldBeEmpty();
}
