using System.Globalization;
using Memti.Documents.Names;

namespace Memti.Runs.Sweeps.Expressions;

/// <summary>
/// A comparison such as <c>weight_memory_area_mm2 &lt; 10</c> or <c>fps * bits >= 60</c>: sums, products and brackets of numbers, axes and
/// metrics on both sides. A value that is not there keeps no condition.
/// </summary>
internal sealed class Condition
{
    private static readonly string[] Signs = ["<=", ">=", "==", "!=", "<", ">"];

    private readonly Operand _left;
    private readonly Operand _right;
    private readonly string _sign;

    private Condition(string text, Operand left, string sign, Operand right) => (Text, _left, _sign, _right) = (text, left, sign, right);

    /// <summary>The condition as it was written.</summary>
    public string Text { get; }

    /// <summary>True when it names a metric: then it is of designs, else of points.</summary>
    public bool NeedsMetrics => _left.NeedsMetrics || _right.NeedsMetrics;

    /// <summary>Parses a condition; null, with what is wrong, when it cannot be understood.</summary>
    public static Condition? Parse(string text, ConditionNames names, out string trouble)
    {
        trouble = "";
        string? sign = Signs.FirstOrDefault(sign => text.Contains(sign, StringComparison.Ordinal));
        if (sign is null)
        {
            trouble = "it has no comparison; permitted: <, <=, >, >=, ==, !=";
            return null;
        }

        string[] sides = text.Split(sign);
        if (sides.Length != 2)
        {
            trouble = "it has several comparisons; permitted: one, others as constraints of their own";
            return null;
        }

        Operand? left = new Parser(sides[0], names).Parse(out trouble);
        Operand? right = left is null ? null : new Parser(sides[1], names).Parse(out trouble);
        return right is null ? null : new Condition(text, left!, sign, right);
    }

    /// <summary>True when a row keeps it.</summary>
    public bool Holds(IRowValues row)
    {
        (double left, double right) = (_left.Evaluate(row), _right.Evaluate(row));
        return !double.IsNaN(left) && !double.IsNaN(right) && _sign switch
        {
            "<" => left < right,
            "<=" => left <= right,
            ">" => left > right,
            ">=" => left >= right,
            "==" => left == right,
            _ => left != right,
        };
    }

    /// <summary>Reads one side, a sum of products.</summary>
    private sealed class Parser(string text, ConditionNames names)
    {
        private const int Deepest = 32;

        private int _at;
        private int _depth;
        private string _trouble = "";

        public Operand? Parse(out string trouble)
        {
            Operand? operand = Sum();
            Skip();
            if (operand is not null && _at < text.Length)
                _trouble = $"'{text[_at..].Trim()}' does not belong there";
            trouble = _trouble;
            return _trouble.Length > 0 ? null : operand;
        }

        private Operand? Sum() => Chain(Product, "+-");

        private Operand? Product() => Chain(Factor, "*/");

        private Operand? Chain(Func<Operand?> part, string signs)
        {
            Operand? all = part();
            for (char? sign = Sign(signs); all is not null && sign is not null; sign = Sign(signs))
                all = part() is { } next ? Operand.Of(all, sign.Value, next) : null;
            return all;
        }

        private char? Sign(string signs)
        {
            Skip();
            return _at < text.Length && signs.Contains(text[_at]) ? text[_at++] : null;
        }

        private Operand? Factor()
        {
            if (Sign("-") is not null)
                return Factor() is { } negated ? Operand.Of(Constant(0), '-', negated) : null;
            if (Sign("(") is not null)
                return Bracket();
            string word = Word();
            if (word.Length == 0)
                return Refuse("a number or a name is missing");
            if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
                return Constant(number);
            return Named(word);
        }

        private Operand? Bracket()
        {
            if (++_depth > Deepest)
                return Refuse("it has too many brackets");
            Operand? inner = Sum();
            _depth--;
            return inner is null || Sign(")") is not null ? inner : Refuse("a bracket is not closed");
        }

        private static Operand Constant(double number) => new(_ => number, NeedsMetrics: false);

        private Operand? Named(string word)
        {
            int axis = names.Axes.ToList().IndexOf(word);
            if (axis >= 0)
                return new Operand(row => row.Axis(axis), NeedsMetrics: false);
            int metric = names.Metrics.ToList().IndexOf(word);
            if (metric >= 0)
            {
                int column = names.Column(metric);
                return new Operand(row => row.Metric(column), NeedsMetrics: true);
            }

            return Refuse(
                $"'{word}' is neither a number nor a metric nor an axis of numbers"
                + (NearestName.Question(word, [.. names.Axes, .. names.Metrics]) is { } question ? "; " + question.TrimEnd('?') : ""));
        }

        // A name of an axis may hold dots and hyphens; a minus between names has a space on one side. 1e-3 is a number.
        private string Word()
        {
            Skip();
            int start = _at;
            while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '_' or '.' || IsInside(start)))
                _at++;
            return text[start.._at];
        }

        private bool IsInside(int start) =>
            text[_at] is '-' or '+' && _at > start && _at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[_at + 1])
            && (text[_at] == '-' && !char.IsAsciiDigit(text[start]) || (text[_at - 1] is 'e' or 'E' && char.IsAsciiDigit(text[start])));

        private void Skip()
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at]))
                _at++;
        }

        private Operand? Refuse(string what)
        {
            if (_trouble.Length == 0)
                _trouble = what;
            return null;
        }
    }
}
