using System.Globalization;
using Memti.Abstractions.Parameters;
using Memti.Abstractions.Supplies;
using Memti.Abstractions.Units;

namespace Memti.Plugins.Supplies.Sources;

/// <summary>Makes steps of samples: each holds until the next, gaps are what their rule says, and intervals may be averaged.</summary>
internal static class RecordedSteps
{
    /// <summary>A step this many times as long as the median is a gap.</summary>
    private const double Gap = 1.5;

    private const double PicosecondsPerSecond = 1e12;

    /// <summary>Longest recording, in seconds: a thousand years. Times in another unit than the head says soon exceed it.</summary>
    private const double Longest = 3.2e10;

    public static IReadOnlyList<SourceStep> Of(Recording recording, ScenarioFile file, HarvesterOptions options)
    {
        IReadOnlyList<Sample> samples = recording.Samples;
        Check(samples, file);
        double usual = Median(samples);
        double end = options.PeriodS ?? (samples[^1].Seconds - samples[0].Seconds + usual);
        double last = samples[^1].Seconds - samples[0].Seconds;
        if (end < last)
            throw RecordingError.Of(
                file,
                string.Create(CultureInfo.InvariantCulture, $"lasts {last} s, and 'period_s' is {end}"),
                "a period as long as the recording, or longer");
        if (end > Longest)
            throw RecordingError.Of(
                file,
                string.Create(CultureInfo.InvariantCulture, $"lasts {end} s"),
                "up to 3.2e10 s; does the head name the unit of time?");
        if (options.StepS > 0 && end / options.StepS > CsvRecording.MostSamples)
            throw RecordingError.Of(
                file,
                string.Create(CultureInfo.InvariantCulture, $"lasts {end} s, and 'step_s' is {options.StepS}"),
                string.Create(CultureInfo.InvariantCulture, $"up to {CsvRecording.MostSamples} steps"));
        double scale = options.Tracking * (recording.IsIrradiance ? options.PanelCm2 * 1e-4 * options.PanelEfficiency : options.PanelCm2);
        var steps = new StepList(options, scale);
        for (int index = 0; index < samples.Count; index++)
        {
            Sample sample = samples[index];
            double start = sample.Seconds - samples[0].Seconds;
            bool isLast = index == samples.Count - 1;
            double next = isLast ? end : samples[index + 1].Seconds - samples[0].Seconds;
            bool isGap = samples.Count > 2 && next - start > Gap * usual && options.Gaps != GapRule.Hold;
            if (isGap && !isLast && options.Gaps == GapRule.Refuse)
                throw RecordingError.At(
                    file,
                    samples[index + 1].Line,
                    string.Create(CultureInfo.InvariantCulture, $"{next - start:0.######} s lie between samples, usually {usual:0.######}"),
                    "no gap, or 'gaps: dark' or 'gaps: hold'");
            steps.Add(sample, isGap ? start + usual : next);
            if (isGap)
                steps.Add(default, next);
        }

        return steps.Whole(options.StepS);
    }

    private static void Check(IReadOnlyList<Sample> samples, ScenarioFile file)
    {
        for (int index = 0; index < samples.Count; index++)
        {
            Sample sample = samples[index];
            if (!(sample.Watts >= 0 && sample.Volts >= 0 && double.IsFinite(sample.Watts + sample.Volts + sample.Seconds)))
                throw RecordingError.At(file, sample.Line, "a value is negative or no number", "zero or more");
            if (index > 0 && sample.Seconds <= samples[index - 1].Seconds)
                throw RecordingError.At(
                    file,
                    sample.Line,
                    string.Create(CultureInfo.InvariantCulture, $"time {sample.Seconds} s comes after {samples[index - 1].Seconds} s"),
                    "times that rise");
        }
    }

    private static double Median(IReadOnlyList<Sample> samples)
    {
        if (samples.Count < 2)
            return 1;
        double[] steps = [.. samples.Skip(1).Zip(samples, static (after, before) => after.Seconds - before.Seconds).Order()];
        return steps[steps.Length / 2];
    }

    /// <summary>Steps whose borders are rounded to whole picoseconds, so that their sum is the period.</summary>
    private sealed class StepList(HarvesterOptions options, double scale)
    {
        private readonly List<SourceStep> _steps = [];
        private Int128 _end;

        public void Add(Sample sample, double end)
        {
            var border = (Int128)Math.Round(end * PicosecondsPerSecond);
            double watts = sample.Watts * scale;
            double volts = sample.Volts > 0 ? sample.Volts : options.PanelV;
            AddWhole(border, volts, watts);
        }

        public List<SourceStep> Whole(double mean) => mean == 0 ? _steps : Means(mean);

        private void AddWhole(Int128 border, double volts, double watts)
        {
            // A step of the source is at most 100 days long.
            var longest = (Int128)8_640_000_000_000_000_000;
            while (border > _end)
            {
                var length = (long)Int128.Min(longest, border - _end);
                _steps.Add(new(SimTime.FromPicoseconds(length), volts, watts / volts));
                _end += length;
            }
        }

        private List<SourceStep> Means(double seconds)
        {
            var means = new StepList(options, 1);
            (double at, double border, double joules, double charge) = (0, seconds, 0, 0);
            foreach (SourceStep step in _steps)
            {
                double end = at + step.Duration.Seconds;
                while (end >= border)
                {
                    joules += step.Watts * (border - at);
                    charge += step.Amperes * (border - at);
                    means.Close(border, joules, charge, seconds);
                    (at, border, joules, charge) = (border, border + seconds, 0, 0);
                }

                joules += step.Watts * (end - at);
                charge += step.Amperes * (end - at);
                at = end;
            }

            if (at > border - seconds)
                means.Close(at, joules, charge, at - (border - seconds));
            return means._steps;
        }

        private void Close(double end, double joules, double charge, double seconds) => AddWhole(
            (Int128)Math.Round(end * PicosecondsPerSecond), charge > 0 ? joules / charge : options.PanelV, joules / seconds);
    }
}
