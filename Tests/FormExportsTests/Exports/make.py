#!/usr/bin/env python3
"""Writes the same 80 invented responses as five form tools' exports would hold them.

The counts are written down below, and the tests know them; which person gave which answer is decided by strides, so that
nothing is random. Run it in its own folder: python3 make.py
"""
import csv, io, json
from datetime import datetime, timedelta

N = 80
WELCOME = "How welcome does your family feel at school?"
AGREE = "How much do you agree?"
ROWS = ["I feel connected to other students.", "Teachers listen: do they?"]
WAYS = "3. Which ways of hearing from us work for you? (Choose all | any)"
OPTIONS = ["Letters, on paper", "E-mail", "Text message, or a call", "School website"]
LIKELY = "How likely are you to recommend our school?"
CHILDREN = "How many children do you have in our schools?"
LANGUAGE = "Which language do you speak most at home?"
SCHOOL = "Which school does your oldest child go to?"
ELSE = "What else should we know?"


def spread(counts, stride):
    values = [value for value, count in counts for _ in range(count)]
    assert len(values) == N, len(values)
    return [values[i * stride % N] for i in range(N)]


welcome = spread([("Very welcome", 36), ("Somewhat welcome", 24), ("Not very welcome", 12), ("Not at all welcome", 5), ("", 3)], 3)
connected = spread([("Strongly agree", 22), ("Agree", 30), ("Neutral", 11), ("Disagree", 10), ("Strongly disagree", 2), ("Don’t know", 4), ("", 1)], 7)
listen = spread([("Strongly agree", 18), ("Agree", 26), ("Neutral", 16), ("Disagree", 0), ("Strongly disagree", 12), ("Don’t know", 0), ("", 8)], 9)
ways = spread([
    ((0,), 12), ((1,), 15), ((0, 1), 10), ((1, 2), 14), ((0, 2, 3), 6), ((2,), 8), ((3,), 4), ((1, 3, "Ask my aunt Rosa, she knows"), 1),
    (("Carrier pigeon",), 2), ((), 8)], 11)
likely = spread([("10", 20), ("9", 18), ("8", 12), ("7", 11), ("5", 10), ("0", 4), ("", 5)], 13)
children = spread([("1", 40), ("2", 26), ("3", 10), ("4", 2), ("", 2)], 17)
language = spread([("English", 50), ("Spanish", 20), ("Portuguese", 8), ("", 2)], 19)
school = spread([("Elementary school", 38), ("Middle school", 21), ("High school", 19), ("", 2)], 21)
comments = ["" for _ in range(N)]
for i in range(0, 78, 3):
    comments[i] = f"Comment {i} of Señora Núñez, \"truly\":\nmy son in grade {i % 5} likes it;\r\nwrite to parent{i}@example.org"
start = datetime(2022, 4, 4, 9, 5)
people = [dict(
    time=start + timedelta(hours=i * 7 + i // 4), email=f"parent{i}@example.org", first=f"Ana{i}", last=f"Núñez{i}", ip=f"203.0.113.{i}",
    welcome=welcome[i], rows=[connected[i], listen[i]], ways=ways[i], likely=likely[i], children=children[i], language=language[i],
    school=school[i], comment=comments[i]) for i in range(N)]

# Three answered before, and otherwise: their first answers do not count.
responses = []
for i, person in enumerate(people):
    if i in (5, 17, 40):
        responses.append({**person, "time": person["time"] - timedelta(minutes=31), "welcome": "Not at all welcome", "ways": (3,), "likely": "1",
                          "comment": "My first thought", "email": person["email"].upper() if i == 5 else person["email"]})
    responses.append(person)


def written(name, rows, separator=",", encoding="utf-8", ending="\n", mark=b"", quote_all=False):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator=ending, quoting=csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL).writerows(rows)
    with open(name, "wb") as file:
        file.write(mark + text.getvalue().encode(encoding))


def chosen(r, separator, end=""):
    texts = [OPTIONS[w] if isinstance(w, int) else w for w in r["ways"]]
    return separator.join(texts) + (end if texts else "")


def clock(time, half="AM PM"):
    return f"{(time.hour - 1) % 12 + 1}:{time:%M:%S} {half.split()[time.hour >= 12]}"


# Google Forms, "Download responses (.csv)"
head = ["Timestamp", "Email Address", WELCOME] + [f"{AGREE} [{row}]" for row in ROWS] + [WAYS, LIKELY, CHILDREN, LANGUAGE, SCHOOL, ELSE]
tail = lambda r: [r["likely"], r["children"], r["language"], r["school"], r["comment"]]
written("google-forms.csv", [head] + [
    [f"{r['time']:%Y/%m/%d} {clock(r['time'])} GMT-4", r["email"], r["welcome"], *r["rows"], chosen(r, ";"), *tail(r)] for r in responses], quote_all=True)

# The sheet, in a Spanish account, with a column that its owner added
head = ["Marca temporal", "Dirección de correo electrónico"] + head[2:] + ["Name"]
written("google-sheet.csv", [head] + [
    [f"{r['time'].day}/{r['time'].month}/{r['time'].year} {r['time'].hour}:{r['time']:%M:%S}", r["email"], r["welcome"], *r["rows"], chosen(r, ", "),
     *tail(r), r["first"]] for r in responses], ending="\r\n")
written("google-sheet-utf16.tsv", [head] + [
    [f"{r['time'].day}/{r['time'].month}/{r['time'].year} {r['time'].hour}:{r['time']:%M:%S}", r["email"], r["welcome"], *r["rows"], chosen(r, ", "),
     *tail(r), r["first"]] for r in responses], separator="\t", encoding="utf-16-le", mark=b"\xff\xfe", ending="\r\n")

# Microsoft Forms, saved again by a European Excel; a Likert's rows stand without their stem
head = ["ID", "Start time", "Completion time", "Email", "Name", WELCOME, *ROWS, WAYS, LIKELY, CHILDREN, LANGUAGE, SCHOOL, ELSE]
day = lambda t: f"{t.month}/{t.day}/{t:%y} {t.hour}:{t:%M:%S}"
written("microsoft-forms.csv", [head] + [
    [i + 1, day(r["time"] - timedelta(minutes=4)), day(r["time"]), r["email"], f"{r['first']} {r['last']}", r["welcome"], *r["rows"], chosen(r, ";", ";"), *tail(r)]
    for i, r in enumerate(responses)], separator=";", encoding="cp1252", ending="\r\n")

# SurveyMonkey: two header rows, newest first, options in columns of their own
own = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address", "First Name", "Last Name", "Custom Data 1"]
head = [own + [WELCOME, AGREE, "", WAYS, "", "", "", "", LIKELY, CHILDREN, LANGUAGE, SCHOOL, ELSE],
        [""] * 9 + ["Response", *ROWS, *OPTIONS, "Other (please specify)", "Response", "Open-Ended Response", "Response", "Response", "Open-Ended Response"]]
american = lambda t: f"{t:%m/%d/%Y} {t:%I:%M:%S} {'PM' if t.hour >= 12 else 'AM'}"
written("surveymonkey.csv", head + [
    [11800000000 + i, 400123456, american(r["time"] - timedelta(minutes=4)), american(r["time"]), r["ip"], r["email"], r["first"], r["last"], "", r["welcome"],
     *r["rows"], *[option if k in r["ways"] else "" for k, option in enumerate(OPTIONS)],
     next((w for w in r["ways"] if isinstance(w, str)), ""), *tail(r)] for i, r in reversed(list(enumerate(responses)))], mark=b"\xef\xbb\xbf", ending="\r\n")

# Qualtrics: three header rows; two previews, two unfinished
own = [("StartDate", "Start Date", "startDate"), ("EndDate", "End Date", "endDate"), ("Status", "Response Type", "status"), ("IPAddress", "IP Address", "ipAddress"),
       ("Progress", "Progress", "progress"), ("Duration (in seconds)", "Duration (in seconds)", "duration"), ("Finished", "Finished", "finished"),
       ("RecordedDate", "Recorded Date", "recordedDate"), ("ResponseId", "Response ID", "_recordId"), ("RecipientLastName", "Recipient Last Name", "recipientLastName"),
       ("RecipientFirstName", "Recipient First Name", "recipientFirstName"), ("RecipientEmail", "Recipient Email", "recipientEmail"),
       ("ExternalReference", "External Data Reference", "externalDataReference"), ("LocationLatitude", "Location Latitude", "locationLatitude"),
       ("LocationLongitude", "Location Longitude", "locationLongitude"), ("DistributionChannel", "Distribution Channel", "distributionChannel"),
       ("UserLanguage", "User Language", "userLanguage")]
asked = [("Q1", WELCOME, "QID1")] + [(f"Q2_{k + 1}", f"{AGREE} - {row}", f"QID2_{k + 1}") for k, row in enumerate(ROWS)]
asked += [(f"Q3_{k + 1}", f"{WAYS} - Selected Choice - {option}", "QID3") for k, option in enumerate(OPTIONS + ["Other"])]
asked += [("Q3_5_TEXT", f"{WAYS} - Other - Text", "QID3_5_TEXT"), ("Q4", LIKELY, "QID4"), ("Q5", CHILDREN, "QID5_TEXT"), ("Q6", LANGUAGE, "QID6"),
          ("Q7", SCHOOL, "QID7"), ("Q8", ELSE, "QID8_TEXT")]
imports = [{"ImportId": i, "timeZone": "America/New_York"} if "Date" in n else {"ImportId": i} for n, _, i in own]
imports += [{"ImportId": i, "choiceId": n[3:]} if i == "QID3" else {"ImportId": i} for n, _, i in asked]


def qualtrics(i, r, status="IP Address", finished="True"):
    t = r["time"]
    typed = next((w for w in r["ways"] if isinstance(w, str)), "")
    return [f"{t - timedelta(minutes=4)}", f"{t}", status, r["ip"], 100 if finished == "True" else 40, 240, finished, f"{t}.123", f"R_{i:015d}", r["last"],
            r["first"], r["email"], "", "42.19431", "-73.36115", "email", "EN", r["welcome"], *r["rows"],
            *[option if k in r["ways"] else "" for k, option in enumerate(OPTIONS)], "Other" if typed else "", typed, *tail(r)]


extra = {**people[0], "email": "", "welcome": "Not at all welcome", "likely": "2", "comment": "A test"}
rows = [qualtrics(i, r) for i, r in enumerate(responses)]
rows[3:3] = [qualtrics(900, extra, "Survey Preview"), qualtrics(901, extra, "Survey Preview")]
rows[40:40] = [qualtrics(902, extra, finished="False"), qualtrics(903, extra, finished="False")]
written("qualtrics.csv", [[a[0] for a in own + asked], [a[1] for a in own + asked], [json.dumps(i, separators=(",", ":")) for i in imports]] + rows,
        mark=b"\xef\xbb\xbf", ending="\r\n")

with open("options.txt", "w") as file:
    file.write("# What the form offers\n" + WAYS + ": " + " | ".join(OPTIONS) + "\n" + LANGUAGE + ": English | Spanish | Portuguese\n")
