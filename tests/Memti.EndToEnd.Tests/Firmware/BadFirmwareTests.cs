using Memti.EndToEnd.Tests.Debugging;

namespace Memti.EndToEnd.Tests.Firmware;

/// <summary>What firmware can do wrong is a finding with its place in the program.</summary>
public sealed class BadFirmwareTests
{
    [FirmwareTheory]
    [InlineData("SPIN", "MEMTI4114", "without waiting for an interrupt")]
    [InlineData("SLEEP", "MEMTI4113", "nothing that may wake it is under way")]
    [InlineData("NOWHERE", "MEMTI4112", "load access fault, and no handler (mtvec is zero) (cause 5, value 0x70000000)")]
    [InlineData("MISALIGNED", "MEMTI4112", "misaligned load, and no handler (mtvec is zero) (cause 4, value 0x80000001)")]
    [InlineData("ILLEGAL", "MEMTI4112", "illegal instruction, and no handler (mtvec is zero) (cause 2, value 0xffffffff)")]
    public void A_fault_is_named_with_function(string fault, string code, string said)
    {
        Memti run = Run(fault);
        run.Errors.ShouldContain($"error {code}: design 'c': ");
        run.Errors.ShouldContain(said);
        run.Errors.ShouldContain("(main");
    }

    [FirmwareFact]
    public void A_stack_that_grows_into_data_ends_at_the_call_that_it_has_overwritten()
    {
        Memti run = Run("STACK");
        run.Errors.ShouldContain("error MEMTI4112: design 'c': ");
        run.Errors.ShouldContain("0xdead00");
        run.Errors.ShouldContain("last calls return to 0x200000");
        run.Errors.ShouldContain("(main+");
    }

    private static Memti Run(string fault)
    {
        using var firmware = new DebuggedFirmware("faults", defines: $"-D{fault}");
        Memti run = Memti.Run("run", firmware.Scenario, "--design", "c", "--no-sensitivity");
        run.ExitCode.ShouldBe(1, run.Output + run.Errors);
        return run;
    }
}
