using Memti.Abstractions.Cells;
using Memti.Arrays.Banks;
using Memti.Arrays.Circuits;
using Memti.Arrays.Profiles;
using Memti.Arrays.Technology;

namespace Memti.Arrays.Organisations;

/// <summary>Builds sub-arrays of one cell. Blocks that several sub-arrays share are built once. Source: NVSim, SubArray.cpp.</summary>
internal sealed class SubarrayFactory
{
    /// <summary>Resistance of the multiplexer over the cell's low resistance, at most. NVSim, constant.h, IR_DROP_TOLERANCE.</summary>
    private const double MostMultiplexerDrop = 0.2;
    /// <summary>
    /// Length in F that a select transistor adds to the bit line of charge-trap cells. Source: lpentecost/nvsim-merged, SubArray.cpp; NVSim
    /// has the same 5 F for the two select transistors of a NAND string.
    /// </summary>
    private const double CttSelectLength = 5;
    /// <summary>
    /// Least bit line delay of charge-trap cells in time constants. Source: lpentecost/nvsim-merged, SubArray.cpp, which copies it from
    /// NVSim's NAND flash, where the authors mark it "need to revisit". Without physics behind it; the corrected profile drops it.
    /// </summary>
    private const double CttSlowest = 20;
    /// <summary>
    /// Energy in a phase-change cell over the energy that its pulse shaper draws. NVSim, constant.h, SHAPER_EFFICIENCY_CONSERVATIVE. Raises
    /// the write energy of PCM five times.
    /// </summary>
    private const double ShaperEfficiency = 0.2;

    private readonly Process _process;
    private readonly ProfileRules _rules;
    private readonly MemoryCell _cell;
    private readonly int _bitsPerCell;
    private readonly bool _sensesInside;
    private readonly CellLine _line;
    private readonly SenseWindow _window;
    private readonly OutputBuffer _buffer;
    private readonly Dictionary<(long Rows, long Columns, DriverStyle Style), RowDecoder?> _rowDecoders = [];
    private readonly Dictionary<(int Degree, long Columns, DriverStyle Style, double Width), RowDecoder> _muxDecoders = [];
    private readonly Dictionary<long, Precharger> _prechargers = [];
    private readonly Dictionary<(long Columns, int Mux), SenseAmplifier> _senseAmplifiers = [];

    /// <summary>Creates a factory for one cell at one process.</summary>
    public SubarrayFactory(Process process, ProfileRules rules, BankRequest request)
    {
        MemoryCell cell = request.Cell.WithoutPolarity();
        _process = process;
        _rules = rules;
        _cell = cell;
        _bitsPerCell = request.BitsPerCell;
        _sensesInside = request.Routing != Routing.SharedSense;
        _line = new CellLine(process, rules, cell);
        _window = SenseWindow.Of(process, cell, _line);
        _buffer = rules.OutputBuffer ? OutputBuffer.Of(process.NodeNanometres) : default;
    }

    private bool IsResistive => _cell.Kind is not (CellKind.Sram or CellKind.Ctt);

    private bool IsFerroelectricTransistor => _cell.Kind == CellKind.Fefet && _rules.IsTransistor(_cell);

    private bool SensesVoltage => IsResistive && _cell.ReadMode == ElectricalMode.Voltage;

    /// <summary>Builds the sub-array of a shape, or reports why it cannot be built.</summary>
    public Subarray? Make(SubarrayShape shape, out Rejection rejection)
    {
        LineCurrents currents = LineCurrents.Of(_rules, _cell, shape.Rows, shape.Columns, shape.SelectedColumns);
        double bitlineWidth = Math.Max(Layout.NarrowestNmos * _process.F, currents.Bitline / _process.OnNmos);
        if (Refuses(shape, currents, bitlineWidth) is { } reason)
        {
            rejection = reason;
            return null;
        }

        double wordline = WordlineMetres(shape.Columns);
        double bitline = BitlineMetres(shape.Rows);
        double pitch = wordline / shape.Columns * shape.SenseMux;
        if (_sensesInside && pitch <= _process.F * SenseAmplifier.NarrowestPitch)
        {
            rejection = Rejection.SensePitch;
            return null;
        }

        RowDecoder? rows = RowsFor(shape, wordline, currents.Wordline);
        // The only way in which the decoder itself can fail.
        rejection = Rejection.WordlineCurrent;
        return rows is null ? null : Assemble(shape, rows, currents, bitlineWidth, wordline, bitline, pitch);
    }

    private Rejection? Refuses(SubarrayShape shape, LineCurrents currents, double bitlineWidth)
    {
        double widest = Layout.WidestNmos * _process.F;
        bool needsRoom = _cell.Kind is CellKind.Rram or CellKind.Fefet;
        if (needsRoom && shape.SenseMux < 2)
            return Rejection.SenseMultiplexer;
        // All other rows of the bit line leak through their transistors; together they must stay below the on current of one.
        if (IsResistive
            && (_cell.Access == AccessDevice.Cmos || _rules.IsTransistor(_cell))
            && _process.OnNmos / _process.OffNmos < shape.Rows)
            return Rejection.BitlineLeakage;
        if (currents.Wordline / _process.OnNmos > widest)
            return Rejection.WordlineCurrent;
        if (bitlineWidth > widest)
            return Rejection.BitlineCurrent;
        return SensesVoltage && !_window.IsOpen(_cell.MinimumSenseVolts) ? Rejection.PrechargeWindow : null;
    }

    private double WordlineMetres(long columns)
    {
        double length = columns * _cell.WidthF * _process.F;
        return _cell.StitchCells == 0 || !_rules.Corrected
            // The references' parsers (MemCell.cpp) do not read the stitches of a cell file; only the corrected profile counts them.
            ? length
            : length + ((((columns - 1) / _cell.StitchCells) + 1) * Layout.Stitch * _process.F);
    }

    private double WordlineFarads(long columns) =>
        (WordlineMetres(columns) * _process.LocalWire.FaradsPerMetre) + (_line.WordlineFarads * columns);

    private double BitlineMetres(long rows) =>
        (rows * _cell.HeightF * _process.F) + (_cell.Kind == CellKind.Ctt ? CttSelectLength * _process.F : 0);

    private RowDecoder? RowsFor(SubarrayShape shape, double wordline, double amperes)
    {
        (long, long, DriverStyle) key = (shape.Rows, shape.Columns, shape.Driver);
        // A decoder that must carry a current depends on the selected columns too, so only those without one can be shared by the key.
        bool shared = amperes == 0;
        if (shared && _rowDecoders.TryGetValue(key, out RowDecoder? known))
            return known;
        double farads = (wordline * _process.LocalWire.FaradsPerMetre) + (_line.WordlineFarads * shape.Columns);
        RowDecoder? decoder = RowDecoder.Of(
            _process, (int)shape.Rows, farads, wordline * _process.LocalWire.OhmsPerMetre, threeLines: false, shape.Driver, amperes);
        if (shared)
            _rowDecoders.Add(key, decoder);
        return decoder;
    }

    private RowDecoder MuxDecoderFor(int degree, SubarrayShape shape, double wordline, double bitlineWidth)
    {
        (int, long, DriverStyle, double) key = (degree, shape.Columns, shape.Driver, bitlineWidth);
        if (_muxDecoders.TryGetValue(key, out RowDecoder? known))
            return known;
        double farads = (_process.GateFaradsPerMetre * bitlineWidth * shape.Columns) + (wordline * _process.LocalWire.FaradsPerMetre);
        RowDecoder decoder =
            RowDecoder.Of(_process, degree, farads, wordline * _process.LocalWire.OhmsPerMetre, threeLines: false, shape.Driver)!;
        _muxDecoders.Add(key, decoder);
        return decoder;
    }

    private Precharger PrechargerFor(long columns)
    {
        if (!_prechargers.TryGetValue(columns, out Precharger? precharger))
            _prechargers.Add(columns, precharger = new Precharger(_process, columns, _cell.WidthF * _process.F));
        return precharger;
    }

    private SenseAmplifier SenseFor(SubarrayShape shape, double pitch)
    {
        (long, int) key = (shape.Columns, shape.SenseMux);
        if (!_senseAmplifiers.TryGetValue(key, out SenseAmplifier sense))
        {
            sense = SenseAmplifier.Of(_process, _rules, _cell, _bitsPerCell, shape.Columns / shape.SenseMux, pitch);
            _senseAmplifiers.Add(key, sense);
        }

        return sense;
    }

    private Subarray Assemble(
        SubarrayShape shape, RowDecoder rows, LineCurrents currents, double bitlineWidth, double wordline, double bitline, double pitch)
    {
        RowDecoder[] decoders =
        [
            MuxDecoderFor(shape.SenseMux, shape, wordline, bitlineWidth),
            MuxDecoderFor(shape.OutputMux1, shape, wordline, bitlineWidth),
            MuxDecoderFor(shape.OutputMux2, shape, wordline, bitlineWidth),
        ];
        Precharger precharger = PrechargerFor(shape.Columns);
        SenseAmplifier sense = _sensesInside ? SenseFor(shape, pitch) : default;
        double gate = PassMultiplexer.GateMetres(_process, currents.Bitline, IsResistive ? _cell.OnOhms * MostMultiplexerDrop : null);
        long sensed = shape.Columns / shape.SenseMux;
        // From the output towards the cells: each multiplexer is loaded by the one behind it.
        PassMultiplexer output2 = new(_process, shape.OutputMux2, shape.SelectedColumns, gate, 0, 0);
        PassMultiplexer output1 = new(_process, shape.OutputMux1, sensed / shape.OutputMux1, gate, output2.SeenFarads, output2.Drain);
        PassMultiplexer bits = _sensesInside
            ? new(_process, shape.SenseMux, sensed, gate, sense.LoadFarads, sense.LoadFarads)
            : new(_process, shape.SenseMux, sensed, gate, output1.SeenFarads, output1.Drain);
        Wire line = new(
            (bitline * _process.LocalWire.FaradsPerMetre) + (_line.BitlineFarads * shape.Rows),
            bitline * _process.LocalWire.OhmsPerMetre);
        double passOhms = bits.Ohms + output1.Ohms + output2.Ohms;
        double passFarads = bits.Drain + output1.Drain + output2.Drain;
        double cells = CellLeakage() * shape.Rows * shape.Columns;
        double tau = BitlineTau(line, bits);
        return new Subarray
        {
            Shape = shape,
            Extent = ExtentOf(
                rows,
                decoders,
                wordline,
                bitline,
                precharger.Height + bits.Height + sense.Height + (_rules.BitsOut(_bitsPerCell) * (output1.Height + output2.Height))),
            Leakage = cells
                + rows.Leakage
                + decoders[0].Leakage
                + decoders[1].Leakage
                + decoders[2].Leakage
                + precharger.Leakage
                + sense.Leakage
                + (_buffer.LeakagePerColumn * shape.Columns),
            CellLeakage = cells,
            Energy = EnergyOf(shape, rows, decoders, precharger, sense, bits, output1, output2, line),
            Rows = rows,
            MuxDecoders = decoders,
            Precharger = precharger,
            Bitline = line,
            BitlineTau = tau,
            BitlineFloor = _cell.Kind == CellKind.Ctt && !_rules.Corrected ? CttSlowest * tau : 0,
            BitlineSlope = BitlineSlope(),
            BitlineFeelsRamp = !IsResistive,
            SenseDelay = sense.Delay,
            MuxDelay = bits.Delay + output1.Delay + output2.Delay,
            ChargeDelay = Edge.StepDelay((passOhms * (passFarads + line.FaradsPerMetre)) + (line.OhmsPerMetre * line.FaradsPerMetre / 2)),
            Writing = WriteTiming.Of(_cell, _rules, _bitsPerCell),
        };
    }

    private Extent ExtentOf(RowDecoder rows, RowDecoder[] decoders, double wordline, double bitline, double below)
    {
        // A decoder higher than the cell matrix is folded to its height, area unchanged; a lower one leaves white space, as in NVSim.
        double beside = rows.Extent.Height > bitline ? rows.Extent.Area / bitline : rows.Extent.Width;
        foreach (RowDecoder decoder in decoders)
            beside = Math.Max(beside, decoder.Extent.Width);
        return new Extent(bitline + below + _buffer.Height, wordline + beside);
    }

    private double CellLeakage()
    {
        if (_cell.Kind != CellKind.Sram)
            return 0;
        double f = _process.F;
        // Two inverters, and one access transistor: the other one has the same voltage on both sides.
        double inverters = new Gate(1, _cell.SramNmosWidthF * f, _cell.SramPmosWidthF * f).LeakageAmperes(_process) * _process.Supply * 2;
        return inverters + (new Gate(1, _cell.AccessWidthF * f, 0).LeakageAmperes(_process) * _process.Supply);
    }

    private double BitlineTau(Wire line, PassMultiplexer bits)
    {
        double seen = _line.AccessFarads + line.FaradsPerMetre + bits.SeenFarads;
        double wire = line.OhmsPerMetre * (bits.SeenFarads + (line.FaradsPerMetre / 2));
        return _cell switch
        {
            // One bit line rises while the other falls, so each moves by half of the sense voltage.
            { Kind: CellKind.Sram } =>
                (((_line.AccessOhms + SramPullDownOhms) * seen) + wire) * Math.Log(Precharge / (Precharge - (_cell.MinimumSenseVolts / 2))),
            // Twice: cell and select transistor in series.
            { Kind: CellKind.Ctt } => ((_line.AccessOhms * 2 * seen) + wire) * Math.Log(Precharge / (Precharge - _cell.MinimumSenseVolts)),
            // Current sensing of a distributed line with a cell at its end: the model that NVSim cites as ICCAD 2009.
            { ReadMode: ElectricalMode.Current } => Edge.StepDelay(line.OhmsPerMetre * line.FaradsPerMetre / 2
                * (_line.OffOhms + (line.OhmsPerMetre / 3)) / (_line.OffOhms + line.OhmsPerMetre)),
            _ => _window.Delay(_cell.MinimumSenseVolts, seen, wire),
        };
    }

    private double Precharge => _process.Supply / 2;

    private double SramPullDownOhms => OnResistance.Nmos(_process, _cell.SramNmosWidthF * _process.F);

    private double BitlineSlope() => _cell.Kind switch
    {
        CellKind.Sram => 1 / (SramPullDownOhms * _process.NmosSiemensPerMetre * (_cell.AccessWidthF * _process.F)),
        CellKind.Ctt => 1 / (_line.AccessOhms * 2 * _process.NmosSiemensPerMetre * _process.F),
        _ => 0,
    };

    private AccessEnergy EnergyOf(
        SubarrayShape shape, RowDecoder rows, RowDecoder[] decoders, Precharger precharger, SenseAmplifier sense, PassMultiplexer bits,
        PassMultiplexer output1, PassMultiplexer output2, Wire line)
    {
        double selecting = decoders[0].Energy + decoders[1].Energy + decoders[2].Energy;
        double passing = bits.Energy + (_rules.BitsOut(_bitsPerCell) * (output1.Energy + output2.Energy));
        double charged = _line.AccessFarads + line.FaradsPerMetre + bits.Drain;
        (double readCells, double writeCells, double setCells, double resetCells) = CellEnergies(shape, sense, bits, line, charged);
        double read = readCells + rows.Energy + selecting + precharger.ReadEnergy + passing + sense.Energy;
        double write = writeCells + rows.Energy + selecting + passing;
        double set = setCells + selecting + passing;
        // NVSim adds the reset to the set energy instead of replacing it. Reproduced; corrected below.
        double reset = set + selecting + passing;
        // Set and reset follow one another in a crosspoint, so the multiplexers switch twice.
        if (_cell.Access is AccessDevice.Diode or AccessDevice.None)
            write += passing;
        double drive =
            write - (Math.Max(CellEnergy.Set(_process, _rules, _cell), CellEnergy.Reset(_process, _rules, _cell)) * shape.SelectedColumns);
        if (!_rules.Corrected)
            return new AccessEnergy(read, write, set, reset, drive);
        if (WriteTiming.ProgramsLevels(_rules, _bitsPerCell))
            write = ProgramEnergy(
                write - writeCells, resetCells, setCells + passing, readCells + passing + sense.Energy + precharger.ReadEnergy);
        return new AccessEnergy(read, write, set + rows.Energy, resetCells + rows.Energy + selecting + passing, drive);
    }

    /// <summary>
    /// Energy to program all levels: all cells are reset and then set in a staircase. With equally likely levels a cell takes half the
    /// highest level's number of pulses on average. Every pulse is verified by a read of the whole word.
    /// </summary>
    private double ProgramEnergy(double selecting, double reset, double set, double verify)
    {
        double meanPulses = ((1 << _bitsPerCell) - 1) / 2.0;
        return selecting + reset + (meanPulses * set) + ((1 << _bitsPerCell) * verify);
    }

    private (double Read, double Write, double Set, double Reset) CellEnergies(
        SubarrayShape shape, SenseAmplifier sense, PassMultiplexer bits, Wire line, double charged)
    {
        long selected = shape.SelectedColumns;
        if (_cell.Kind == CellKind.Sram)
        {
            double square = Precharge * Precharge;
            // Charge C V_sense drawn from the supply. NVSim takes (V / 2)^2, as if each read emptied the line.
            double swing = _rules.Corrected ? _process.Supply * _cell.MinimumSenseVolts : square;
            return (
                charged * swing * shape.Columns,
                charged * (_rules.Corrected ? _process.Supply * _process.Supply : square) * selected,
                0,
                0);
        }

        // The fork has no energy equation for charge-trap cells.
        if (_cell.Kind == CellKind.Ctt && !_rules.Corrected)
            return (0, 0, 0, 0);
        // A gate is written by its word line, which reaches every cell of the row; a resistance by its bit line.
        double moved = IsFerroelectricTransistor ? WordlineFarads(shape.Columns) / selected : charged;
        double reset = (CellEnergy.Reset(_process, _rules, _cell) + (moved * SquareVolts(_cell.Reset))) * selected;
        double set = (CellEnergy.Set(_process, _rules, _cell) + (moved * SquareVolts(_cell.Set))) * selected;
        if (_cell.Kind == CellKind.Pcm)
            (set, reset) = (set / ShaperEfficiency, reset / ShaperEfficiency);
        double read =
            (BitlineReadEnergy(bits, line, charged) * shape.Columns) + (CellEnergy.Read(_process, _rules, _cell, sense.Delay) * selected);
        return (read, Math.Max(reset, set), set, reset);
    }

    private double SquareVolts(WritePulse? pulse) => pulse?.Mode == ElectricalMode.Voltage
        ? (pulse.Volts ?? 0) * (pulse.Volts ?? 0)
        : _process.Supply * _process.Supply;

    private double BitlineReadEnergy(PassMultiplexer bits, Wire line, double charged)
    {
        if (_cell.Kind == CellKind.Ctt)
            return charged * Precharge * Precharge;
        if (_cell.ReadMode == ElectricalMode.Voltage)
            return charged * ((_window.Precharge * _window.Precharge) - (_window.On * _window.On));
        double volts = _cell.ReadVolts ?? 0;
        // Voltage falls linearly along the line, from the cell (far) to the multiplexer (near): the mean of V^2 over the line is
        // (far^2 + near^2 + far near) / 3.
        double path = bits.Ohms + line.OhmsPerMetre + _line.OnOhms;
        double near = volts * bits.Ohms / path;
        double far = volts * (bits.Ohms + line.OhmsPerMetre) / path;
        return (_line.AccessFarads * far * far) + (bits.Drain * near * near)
            + (line.FaradsPerMetre * ((far * far) + (near * near) + (far * near)) / 3);
    }
}
