using System.Globalization;
using System.Text.Json.Nodes;
using Memti.EndToEnd.Tests.Firmware;

namespace Memti.EndToEnd.Tests.PowerCuts;

/// <summary>The update schemes of the sample, with power cut at the writes of a whole update.</summary>
public sealed class PowerCutTests(UpdateFirmware firmware) : IClassFixture<UpdateFirmware>
{
    // Two slots write 256 words, version and checksum; nine pulses of a word have 35 moments.
    private const int Words = 258;
    private const int Moments = 35;

    [FirmwareFact]
    public void Two_slots_recover_from_a_cut_at_every_moment_of_every_write()
    {
        Memti run = Memti.RunLong("powercut", firmware.Scenario, "--design", "two-slot", "--format", "json");
        run.ExitCode.ShouldBe(0, run.Errors);
        JsonNode design = Design(run);
        ((long)design["writes"]!).ShouldBe(Words);
        ((long)design["moments"]!).ShouldBe(Words * Moments);
        ((bool)design["exhaustive"]!).ShouldBeTrue();
        (Count(design, "detected"), Count(design, "silent")).ShouldBe((0, 0));
        Count(design, "recovered").ShouldBe(Count(design, "cuts"));
    }

    [FirmwareFact]
    public void A_copy_of_the_DMA_engine_is_torn_word_by_word_and_cut_where_it_begins_and_ends()
    {
        JsonNode design = Design(Cut("--design", "two-slot-dma", "--cuts", "500", "--format", "json"));
        ((long)design["writes"]!).ShouldBe(Words);
        ((long)design["boundaries"]!).ShouldBe(2);
        (Count(design, "detected"), Count(design, "silent")).ShouldBe((0, 0));
        design["places"]!.AsArray().ShouldContain(static place => (string?)place!["place"] == "DMA" && (long)place["writes"]! == 256);
    }

    [FirmwareFact]
    public void The_naive_writer_is_caught_with_a_place_and_a_command_that_repeats_it()
    {
        Memti run = Cut("--design", "naive", "--cuts", "300");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("MEMTI4037");
        run.Output.ShouldContain("naive.c:");
        string again = run.Output.Split('\n').First(static line => line.StartsWith("again: memti ", StringComparison.Ordinal));
        Memti repeated = Memti.Run([.. again["again: memti ".Length..].Split(' ')]);
        repeated.ExitCode.ShouldBe(1);
        repeated.Output.ShouldContain("power is cut at");
        repeated.Output.ShouldContain("other bytes, silent");
    }

    [FirmwareFact]
    public void The_naive_writer_is_silent_from_the_version_to_the_last_word()
    {
        JsonNode design = Design(Cut("--design", "naive", "--cuts", "600", "--format", "json"));
        // The version is the first write and no word of the set comes before it: a cut after it leaves old words under a new version.
        // The last write is whole at its last moment.
        long[] silent = [.. design["failures"]!.AsArray().Select(static cut => long.Parse(
            ((string)cut!["cut"]!).Split(':')[0], CultureInfo.InvariantCulture))];
        silent.Min().ShouldBeLessThanOrEqualTo(2);
        silent.Max().ShouldBe(257);
        Count(design, "silent").ShouldBeGreaterThan(500);
        Count(design, "detected").ShouldBe(0);
    }

    [FirmwareFact]
    public void A_checksum_over_a_set_that_is_overwritten_turns_silent_cuts_into_detected_ones()
    {
        JsonNode design = Design(Cut("--design", "checked", "--cuts", "600", "--format", "json"));
        Count(design, "silent").ShouldBe(0);
        Count(design, "detected").ShouldBeGreaterThan(500);
        ((string?)design["smallest"]!["how"]).ShouldBe("reported failure");
    }

    [FirmwareFact]
    public void A_backbone_that_is_replaced_page_by_page_recovers()
    {
        JsonNode design = Design(Cut("--design", "backbone", "--cuts", "1500", "--format", "json"));
        (Count(design, "detected"), Count(design, "silent")).ShouldBe((0, 0));
        // 256 words, and a record of two words after each of eight pages: four times in each of two slots.
        ((long)design["writes"]!).ShouldBe(256 + 16);
        ((long)design["wear"]![0]!["most_written"]!).ShouldBe(4);
    }

    [FirmwareFact]
    public void One_thread_and_two_give_the_same_bytes()
    {
        string[] Arguments(string threads) => ["--design", "naive", "--cuts", "400", "--format", "csv", "--threads", threads];
        Cut(Arguments("1")).Output.ShouldBe(Cut(Arguments("2")).Output);
    }

    [FirmwareFact]
    public void Above_the_number_of_cuts_one_of_each_stratum_is_tried()
    {
        string[] lines = Cut("--design", "two-slot", "--cuts", "100", "--format", "csv").Output.Split("\r\n");
        string[] cuts = [.. lines.Skip(1).Where(static line => line.Length > 0).Select(static line => line.Split(',')[1])];
        cuts.Count(static cut => !cut.StartsWith("activity", StringComparison.Ordinal)).ShouldBe(100);
        cuts[0].ShouldBe("1:1:before:together");
        cuts[99].ShouldBe("258:after");
    }

    [FirmwareFact]
    public void What_may_differ_is_not_compared()
    {
        Memti run = Cut("--design", "naive", "--cuts", "100", "--ignore", "store:0:0x404");
        run.ExitCode.ShouldBe(0, run.Errors);
    }

    [FirmwareFact]
    public void A_code_that_corrects_nothing_of_a_torn_word_refuses_it_and_the_store_of_two_slots_survives()
    {
        Memti run = Cut(
            "--design", "two-slot", "--cuts", "200", "--format", "json", "--set", "images={store: {ecc: {code: secded, data_bits: 64}}}");
        // The firmware reads both slots at its start: a word that the code refuses is an exception that it does not handle.
        JsonNode design = Design(run);
        Count(design, "silent").ShouldBe(0);
        Count(design, "detected").ShouldBeGreaterThan(0);
        design["failures"]!.AsArray().ShouldAllBe(static cut => (string?)cut!["how"] == "exception");
    }

    [FirmwareFact]
    public void A_cut_beyond_the_last_write_is_refused()
    {
        Memti run = Cut("--design", "two-slot", "--only", "259:after");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("MEMTI4035");
        run.Errors.ShouldContain("1 to 258");
        Cut("--design", "two-slot", "--only", "1:10:before:own").Errors.ShouldContain("1 to 9");
        Cut("--design", "two-slot", "--only", "first").ExitCode.ShouldBe(2);
    }

    [FirmwareFact]
    public void Firmware_that_fails_without_a_cut_has_nothing_to_compare_with()
    {
        // Where its stack lies there is no memory.
        Memti run = Cut("--design", "two-slot", "--set", "memories.data.at=0x90000000");
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("MEMTI4036");
    }

    [Fact]
    public void A_policy_has_no_bytes_to_lose()
    {
        Memti run = Memti.Run("powercut", Built.PaperScenario);
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("MEMTI4034");
    }

    private static long Count(JsonNode design, string key) => (long)design[key]!;

    private static JsonNode Design(Memti run) => JsonNode.Parse(run.Output)!["designs"]![0]!;

    private Memti Cut(params string[] arguments) => Memti.Run(["powercut", firmware.Scenario, .. arguments]);
}
