using Memti.Abstractions.Cells;
using Memti.Abstractions.Diagnostics;
using Memti.Abstractions.Parameters;
using Memti.Arrays.Cells;
using Memti.Arrays.Codes;
using Memti.Arrays.NvsimCells;
using Memti.Documents.Codes;

namespace Memti.Arrays.Tests.Cells;

public sealed class NvsimCellReaderTests
{
    private const string SttSample = """
        // parameters of the STT-MRAM sample
        -MemCellType: MRAM
        -CellArea (F^2): 54
        -CellAspectRatio: 0.54   // height over width
        -ResistanceOn (ohm): 3000
        -ResistanceOff (ohm): 6000

        -ReadMode: current
        -ReadVoltage (V): 0.25
        -MinSenseVoltage (mV): 25
        -ReadPower (uW): 30
        -ResetMode: current
        -ResetCurrent (uA): 80
        -ResetPulse (ns): 10
        -ResetEnergy (pJ): 1
        -SetMode: current
        -SetCurrent (uA): 80
        -SetPulse (ns): 10
        -SetEnergy (pJ): 1
        -AccessType: CMOS
        -VoltageDropAccessDevice (V): 0.15
        -AccessCMOSWidth (F): 8
        """;

    private const string AboveOn = "permitted: above 3000 Ω, the value of -ResistanceOn (ohm).";

    private const string MultiLevel = """
        -MemCellType: MLCRRAM
        -CellArea (F^2): 4
        -CellAspectRatio: 1
        -ResistanceOnAtSetVoltage (ohm): 100000
        -ResistanceOffAtSetVoltage (ohm): 10000000
        -ResistanceOnAtResetVoltage (ohm): 100000
        -ResistanceOffAtResetVoltage (ohm): 10000000
        -ResistanceOnAtReadVoltage (ohm): 1000000
        -ResistanceOffAtReadVoltage (ohm): 10000000
        -ResistanceOnAtHalfResetVoltage (ohm): 500000
        -CapacitanceOn (F): 1e-16
        -CapacitanceOff (F): 1e-16
        -ReadMode: current
        -ReadVoltage (V): 0.4
        -ReadPower (uW): 0.16
        -ResetMode: voltage
        -ResetVoltage (V): 2.0
        -ResetPulse (ns): 10
        -ResetEnergy (pJ): 0.6
        -SetMode: voltage
        -SetVoltage (V): 2.0
        -SetPulse (ns): 10
        -SetEnergy (pJ): 0.6
        -AccessType: None
        """;

    [Theory]
    [InlineData(SttSample, "STTsample")]
    [InlineData(MultiLevel, "MLCRRAMsample4L")]
    public void An_imported_cell_is_the_one_that_ships(string text, string fixture)
    {
        CellImport import = NvsimCellReader.ReadText(text, "cells/sample.cell");
        import.Findings.ShouldBeEmpty();
        MemoryCell shipped =
            CellReader.ReadFile(RepositoryFiles.Of("samples", "cells", "nvsim", fixture + CellFile.Extension)).File.ShouldNotBeNull().Cell;

        MemoryCell read = CellSamples.Valid(import.Text.ShouldNotBeNull());
        ReferenceCellTests.Bare(read).ShouldBe(ReferenceCellTests.Bare(shipped));
        read.Name.ShouldBe("sample");
        read.Numbers.ShouldAllBe(static number => number.Source == "sample.cell" && number.Status == NumberStatus.Published);
    }

    [Fact]
    public void A_hash_begins_a_comment_as_two_slashes_do()
    {
        CellImport import = NvsimCellReader.ReadText(
            "# A sample\n  # with a heading\n" + SttSample.Replace("54\n", "54 # F squared\n", StringComparison.Ordinal), "a.cell");

        import.Findings.ShouldBeEmpty();
        import.Text.ShouldBe(NvsimCellReader.ReadText(SttSample, "a.cell").Text);
    }

    [Fact]
    public void A_negative_current_is_the_opposite_polarity() =>
        NvsimCellReader.ReadText(SttSample.Replace("-ResetCurrent (uA): 80", "-ResetCurrent (uA): -80", StringComparison.Ordinal), "a.cell")
            .Cell.ShouldNotBeNull().Reset.ShouldNotBeNull().Amperes.ShouldBe(-80e-6);

    [Fact]
    public void Name_and_status_can_be_given() =>
        NvsimCellReader.ReadText(SttSample, "a b.cell", "mine", NumberStatus.Measured).Cell.ShouldNotBeNull().ShouldSatisfyAllConditions(
            static cell => cell.Name.ShouldBe("mine"),
            static cell => cell.Status.ShouldBe(NumberStatus.Measured));

    [Fact]
    public void The_levels_of_a_multi_level_cell_are_its_bits() =>
        NvsimCellReader.ReadText(MultiLevel + "\n-CellLevels: 8\n-InputFingers: 16", "a.cell").Cell
            .ShouldNotBeNull()
            .ShouldSatisfyAllConditions(
            static cell => cell.MaximumBitsPerCell.ShouldBe(3),
            static cell => cell.SenseFingers.ShouldBe(16));

    [Fact]
    public void What_NVSim_takes_for_granted_is_written_down()
    {
        MemoryCell cell =
            NvsimCellReader.ReadText(
                "-MemCellType: SRAM\n-CellArea (F^2): 146\n-CellAspectRatio: 1.46\n-AccessCMOSWidth (F): 1.31",
                "a.cell").Cell.ShouldNotBeNull();

        (cell.SramNmosWidthF, cell.SramPmosWidthF, cell.Access).ShouldBe((2.08, 1.23, AccessDevice.Cmos));
    }

    [Theory]
    [InlineData("-ReadFloating: false")]
    [InlineData("-FlashEraseVoltage (V): 15")]
    [InlineData("-CacheAccessMode: normal")]
    [InlineData("-ReadEnergy (pJ): 0")] // not given
    public void A_line_that_says_nothing_here_is_left_out_with_a_warning(string line)
    {
        CellImport import = NvsimCellReader.ReadText(SttSample + "\n" + line, "a.cell");

        import.Cell.ShouldNotBeNull();
        Diagnostic finding = import.Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Severity, finding.Line).ShouldBe((CellCodes.CellImportIgnored, Severity.Warning, 23));
    }

    [Theory]
    [InlineData("-CellArea (F^2): 54", "-CellArea (um^2): 54", 3, "um^2", "-CellArea (F^2)")]
    [InlineData("-CellArea (F^2): 54", "-CellArea (F^2): much", 3, "much", "a number")]
    [InlineData("-CellArea (F^2): 54", "CellArea = 54", 3, "CellArea = 54", "-Key (unit): value, or a comment behind // or #")]
    [InlineData("-CellArea (F^2): 54", "-CellArea (F^2): 54\n-CellArea (F^2): 60", 4, "60", "54, or one of the lines")]
    [InlineData("-AccessType: CMOS", "-AccessType: 1T1R", 20, "1T1R", "CMOS, BJT, diode, None")]
    [InlineData("-SetMode: current", "-SetMode: pulse", 16, "pulse", "voltage, current")]
    [InlineData("-ReadMode: current", "-MemCellLevel: QLC", 8, "QLC", "SLC, MLC, TLC")]
    [InlineData("-ReadMode: current", "-MemCellType: MRAM", 8, "MRAM", "once")]
    [InlineData("-ReadVoltage (V): 0.25", "-ReadVoltige (V): 0.25", 9, "ReadVoltige", "-ReadVoltage")]
    [InlineData(
        "-MemCellType: MRAM", "-MemCellType: MLCNAND", 2, "MLCNAND", "SRAM, memristor, MLCRRAM, PCRAM, MRAM, FeFET, MLCFeFET, CTT, MLCCTT")]
    [InlineData("-MemCellType: MRAM", "", 1, "", "SRAM, memristor, MLCRRAM, PCRAM, MRAM, FeFET, MLCFeFET, CTT, MLCCTT")]
    [InlineData("-ReadMode: current", "-CellLevels: 6", 8, "6", "2, 4, 8, 16")]
    public void A_line_that_cannot_be_read_is_refused(string sound, string fault, int line, string value, string permitted)
    {
        SttSample.ShouldContain(sound);
        CellImport import = NvsimCellReader.ReadText(SttSample.Replace(sound, fault, StringComparison.Ordinal), "a.cell");

        import.Text.ShouldBeNull();
        Diagnostic finding = import.Findings.ShouldHaveSingleItem();
        (finding.Code, finding.File, finding.Line, finding.Value, finding.Permitted).ShouldBe(
            (CellCodes.CellImport, "a.cell", line, value, permitted));
    }

    [Theory]
    [InlineData("-SetPulse (ns): 10", "-SetPulse (ns): 0", DiagnosticCode.ValueOutOfRange, "set.pulse_ns", 18)]
    [InlineData("-ResistanceOff (ohm): 6000", "-ResistanceOff (ohm): 60", CellCodes.CellResistances, "resistance.off_ohm", 6)]
    [InlineData("-ResetCurrent (uA): 80", "-ResetVoltage (V): 2", CellCodes.CellContradiction, "reset.mode", 12)]
    [InlineData("-SetPulse (ns): 10", "", DocumentCodes.MissingKey, "set.pulse_ns", 2)]
    public void A_bad_cell_is_refused_in_the_line_that_says_so(string sound, string fault, string code, string key, int line)
    {
        CellImport import = NvsimCellReader.ReadText(SttSample.Replace(sound, fault, StringComparison.Ordinal), "a.cell");

        import.Text.ShouldBeNull();
        Diagnostic finding = import.Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Key, finding.File, finding.Line).ShouldBe((code, key, "a.cell", line));
    }

    [Theory]
    [InlineData("-SetPulse (ns): 10", "-SetPulse (ns): 0", "-SetPulse (ns) is 0; permitted: 0.001 to 1e12 ns.")]
    [InlineData("-SetPulse (ns): 10", "", "-SetPulse (ns) is missing; permitted: 0.001 to 1e12.")]
    [InlineData("-AccessCMOSWidth (F): 8", "", "-AccessCMOSWidth (F) is missing; permitted: 0.001 to 1000.")]
    [InlineData("-ResistanceOff (ohm): 6000", "-ResistanceOff (ohm): 60", "-ResistanceOff (ohm) is 60; " + AboveOn)]
    [InlineData(
        "-ResistanceOff (ohm): 6000", "-ResistanceOffAtReadVoltage (ohm): 60", "-ResistanceOffAtReadVoltage (ohm) is 60; " + AboveOn)]
    [InlineData(
        "-ResetCurrent (uA): 80", "", "-ResetMode is current; permitted: a pulse that has -ResetCurrent (uA) beside its mode.")]
    public void A_bad_cell_is_refused_in_the_words_of_NVSim(string sound, string fault, string message)
    {
        SttSample.ShouldContain(sound);

        NvsimCellReader.ReadText(SttSample.Replace(sound, fault, StringComparison.Ordinal), "a.cell").Findings.ShouldHaveSingleItem()
            .Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("-AccessType: CMOS", "-AccessType: None", 22)] // NVSim warns that the width is ignored
    [InlineData("-SetMode: current", "-SetMode: current\n-SRAMCellNMOSWidth (F): 2", 17)]
    [InlineData("-SetMode: current", "-SetMode: current\n-SetMode: current", 17)]
    [InlineData("-SetMode: current", "-SetMode: current\n-SoftSetCurrent (uA): 40", 17)]
    [InlineData("-MemCellType: MRAM", "-MemCellType: STTRAM", 2)]
    public void What_NVSim_does_not_look_at_is_left_out_with_a_warning(string sound, string changed, int line)
    {
        CellImport import = NvsimCellReader.ReadText(SttSample.Replace(sound, changed, StringComparison.Ordinal), "a.cell");

        import.Cell.ShouldNotBeNull().Kind.ShouldBe(CellKind.SttMram);
        Diagnostic finding = import.Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Severity, finding.Line).ShouldBe((CellCodes.CellImportIgnored, Severity.Warning, line));
    }

    [Fact]
    public void Levels_of_DESTINY_are_bits() =>
        NvsimCellReader.ReadText(SttSample + "\n-MemCellLevel: TLC", "a.cell").Cell.ShouldNotBeNull().MaximumBitsPerCell.ShouldBe(3);

    [Theory]
    [InlineData("-DesignTarget: RAM\n-MemoryCellInputFile: sample.cell\n", "NVSim")]
    [InlineData("memcell: 1\nname: mine\n", "Memti")]
    [InlineData("{\"experiment\": { \"exp_name\": \"a\", \"cell_type\": [\"STT\"] } }", "NVMExplorer")]
    public void A_file_of_another_kind_is_recognised_by_name(string text, string name)
    {
        Diagnostic finding = NvsimCellReader.ReadText(text, "a.cell").Findings.ShouldHaveSingleItem();

        finding.Code.ShouldBe(DocumentCodes.KnownFile);
        finding.Value.ShouldNotBeNull().ShouldContain(name);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused() =>
        NvsimCellReader.ReadFile("no-such.cell").Findings.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCode.FileUnreadable);
}
