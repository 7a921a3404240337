using System.Text.Json.Nodes;

namespace Memti.EndToEnd.Tests.PowerCuts;

/// <summary>The update schemes of the sample as managed firmware, with power cut at the writes of a whole update.</summary>
public sealed class ManagedPowerCutTests
{
    // Two sets of 64 words, each with version and checksum; nine pulses of a word have 35 moments.
    private const int Words = 2 * 66;
    private const int Moments = 35;

    private static readonly string Scenario = Path.Combine(Built.Root, "samples", "persistent-firmware", "update.memti.yaml");
    private static readonly string[] Plugin = ["-p", Built.Sample("persistent-firmware")];

    [Fact]
    public void Two_slots_recover_from_a_cut_at_every_moment_of_every_write()
    {
        JsonNode design = Design("--design", "two-slot", "--format", "json");
        ((long)design["writes"]!).ShouldBe(Words);
        ((long)design["moments"]!).ShouldBe(Words * Moments);
        ((bool)design["exhaustive"]!).ShouldBeTrue();
        (Count(design, "detected"), Count(design, "silent")).ShouldBe((0, 0));
        Count(design, "recovered").ShouldBe(Count(design, "cuts"));
    }

    [Fact]
    public void A_backbone_that_is_replaced_page_by_page_recovers()
    {
        JsonNode design = Design("--design", "backbone", "--cuts", "800", "--format", "json");
        // Two versions of four pages, and a record of two words after each.
        ((long)design["writes"]!).ShouldBe(2 * (64 + (4 * 2)));
        (Count(design, "detected"), Count(design, "silent")).ShouldBe((0, 0));
    }

    [Fact]
    public void The_naive_writer_is_caught_with_a_command_that_repeats_it()
    {
        Memti run = Cut("--design", "naive", "--cuts", "400");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("MEMTI4037");
        string again = run.Output.Split('\n').First(static line => line.StartsWith("again: memti ", StringComparison.Ordinal));
        Memti repeated = Memti.Run([.. again["again: memti ".Length..].Split(' ')]);
        repeated.ExitCode.ShouldBe(1, repeated.Errors);
        repeated.Output.ShouldContain("power is cut at");
        repeated.Output.ShouldContain("firmware 'in-place' starts");
        repeated.Output.ShouldContain("other bytes, silent");
    }

    [Fact]
    public void A_code_that_refuses_torn_words_leaves_the_store_of_two_slots_whole()
    {
        // Managed firmware is told that a word has no answer: it takes the slot as one that was not written.
        JsonNode design = Design(
            "--design", "two-slot", "--cuts", "500", "--format", "json", "--set", "images={store: {ecc: {code: secded, data_bits: 64}}}");
        (Count(design, "detected"), Count(design, "silent")).ShouldBe((0, 0));
    }

    [Fact]
    public void One_thread_and_two_give_the_same_bytes()
    {
        string[] Arguments(string threads) => ["--design", "naive", "--cuts", "300", "--format", "csv", "--threads", threads];
        Cut(Arguments("1")).Output.ShouldBe(Cut(Arguments("2")).Output);
    }

    [Fact]
    public void Without_a_program_all_policies_with_bytes_are_cut()
    {
        JsonNode report = JsonNode.Parse(Cut("--cuts", "30", "--format", "json").Output)!;
        report["designs"]!.AsArray().Select(static design => (string?)design!["design"]).ShouldBe(["two-slot", "naive", "backbone"]);
    }

    [Fact]
    public void A_policy_that_writes_nothing_has_nothing_to_cut()
    {
        Memti run = Cut("--design", "two-slot", "--set", "designs.two-slot.power.firmware=always-on");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("MEMTI4034");
    }

    [Fact]
    public void A_policy_whose_store_is_missing_fails_without_a_cut()
    {
        Memti run = Cut("--design", "two-slot", "--set", "designs.two-slot.power.store=weights");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("MEMTI4036");
    }

    private static long Count(JsonNode design, string key) => (long)design[key]!;

    private static JsonNode Design(params string[] arguments)
    {
        Memti run = Cut(arguments);
        run.ExitCode.ShouldBe(0, run.Errors);
        return JsonNode.Parse(run.Output)!["designs"]![0]!;
    }

    private static Memti Cut(params string[] arguments) => Memti.RunLong(["powercut", Scenario, .. arguments, .. Plugin]);
}
