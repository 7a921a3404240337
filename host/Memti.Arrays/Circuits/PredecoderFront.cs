using Memti.Arrays.Technology;

namespace Memti.Arrays.Circuits;

/// <summary>
/// The part of a predecoder of 4 or more address bits that does not depend on the predecoder's load: basic decoders and inner NAND stages.
/// </summary>
/// <remarks>NVSim, PredecodeBlock.cpp.</remarks>
internal sealed class PredecoderFront
{
    /// <summary>Address bits of the largest basic decoder.</summary>
    private const int BitsPerDecoder = 3;
    /// <summary>Most decoders whose outputs meet at one NAND stage: a NAND has three inputs at most.</summary>
    private const int DecodersPerStage = 3;

    /// <summary>Sizes the front of a predecoder.</summary>
    /// <param name="process">The transistors.</param>
    /// <param name="bits">Address bits, 4 to 18.</param>
    /// <param name="sharesFirstDelay">True to use the first decoder's delay for all decoders of the first group, as NVSim does.</param>
    public PredecoderFront(Process process, int bits, bool sharesFirstDelay)
    {
        int decoders = (bits + BitsPerDecoder - 1) / BitsPerDecoder;
        int twoToFour = (BitsPerDecoder * decoders) - bits;
        ThreeLines = decoders == DecodersPerStage;
        if (decoders <= DecodersPerStage)
        {
            double gateInput = NandInput(process, decoders);
            AddDecoders(process, decoders, twoToFour, gateInput, sharesFirstDelay);
            return;
        }

        HasInnerStage = true;
        AddInnerStage(process, decoders, twoToFour, sharesFirstDelay);
    }

    /// <summary>Delay in s and slope in 1/s of each path to the last stage.</summary>
    public List<(double Delay, double Ramp)> Paths { get; } = [];

    /// <summary>Height and width of the basic decoders in m.</summary>
    public Extent Decoders { get; private set; }

    /// <summary>Height and width of the inner NAND stages in m.</summary>
    public Extent InnerStage { get; private set; }

    /// <summary>True when NAND stages stand between the basic decoders and the last stage.</summary>
    public bool HasInnerStage { get; }

    /// <summary>True when each gate of the last stage has three inputs.</summary>
    public bool ThreeLines { get; }

    /// <summary>Leakage in W.</summary>
    public double Leakage { get; private set; }

    /// <summary>Energy of one address change in J.</summary>
    public double Energy { get; private set; }

    private static double NandInput(Process process, int lines) =>
        Gate.SmallestNand(process, lines).Load(process, process.F * Layout.LoadRegion).Input;

    /// <summary>Adds the decoders of one group of up to three, which meet at NAND gates; 2-to-4 decoders come first.</summary>
    private void AddDecoders(Process process, int decoders, int twoToFour, double gateInput, bool sharesFirstDelay)
    {
        int outputs = (BitsPerDecoder * decoders) - twoToFour;
        double firstDelay = 0;
        for (int group = 0; group < 2; group++)
        {
            int bits = group == 0 && twoToFour > 0 ? BitsPerDecoder - 1 : BitsPerDecoder;
            int count = twoToFour == 0 ? decoders : group == 0 ? twoToFour : decoders - twoToFour;
            if (count == 0 || (group == 1 && twoToFour == 0))
                continue;
            // Each output line of a decoder meets every combination of the other decoders' lines: 2^(other bits) gates.
            BasicDecoder decoder = new(process, bits, (1 << (outputs - bits)) * gateInput);
            double ramp = Edge.Step;
            double delay = decoder.Delay(ref ramp);
            firstDelay = group == 0 ? delay : firstDelay;
            Paths.Add((sharesFirstDelay ? firstDelay : delay, ramp));
            Add(decoder, count);
        }
    }

    private void AddInnerStage(Process process, int decoders, int twoToFour, bool sharesFirstDelay)
    {
        int second = decoders / 2;
        int first = decoders - second;
        int firstOutputs = (BitsPerDecoder * first) - twoToFour;
        int secondOutputs = BitsPerDecoder * second;
        double lastInput = NandInput(process, lines: 2);
        RowDecoder firstGates = RowDecoder.Of(process, 1 << firstOutputs, (1 << secondOutputs) * lastInput, 0, first == DecodersPerStage)!;
        RowDecoder secondGates =
            RowDecoder.Of(process, 1 << secondOutputs, (1 << firstOutputs) * lastInput, 0, second == DecodersPerStage)!;
        AddDecoders(process, first, twoToFour, firstGates.GateInput, sharesFirstDelay);
        Through(firstGates, from: 0);
        int from = Paths.Count;
        // 8^(second - 1) gates: the lines of one 3-to-8 decoder meet all combinations of the one or two others of its group.
        BasicDecoder decoder = new(process, BitsPerDecoder, (second == 2 ? 8 : 64) * secondGates.GateInput);
        double ramp = Edge.Step;
        Paths.Add((decoder.Delay(ref ramp), ramp));
        Add(decoder, second);
        Through(secondGates, from);
    }

    private void Add(BasicDecoder decoder, int count)
    {
        Decoders = new Extent(Decoders.Height + (count * decoder.Extent.Height), Math.Max(Decoders.Width, decoder.Extent.Width));
        // One decoder's leakage and energy for the whole group: NVSim multiplies only the height by the count.
        Leakage += decoder.Leakage;
        Energy += decoder.Energy;
    }

    private void Through(RowDecoder gates, int from)
    {
        for (int path = from; path < Paths.Count; path++)
        {
            double ramp = Paths[path].Ramp;
            double delay = gates.Delay(ref ramp);
            Paths[path] = (Paths[path].Delay + delay, ramp);
        }

        InnerStage = new Extent(InnerStage.Height + gates.Extent.Height, Math.Max(InnerStage.Width, gates.Extent.Width));
        Leakage += gates.Leakage;
        Energy += gates.Energy;
    }
}
