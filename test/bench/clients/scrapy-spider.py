"""Scrapy: every page is loaded and its links of the same site followed. Prints its figures as a line of JSON."""

import json
import logging
import resource
import sys
import time

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.linkextractors import LinkExtractor

task = json.loads(sys.argv[1])
count = 0


class Spider(scrapy.Spider):
    name = "bench"
    start_urls = task["starts"]
    # A site is compared by host and port.
    links = LinkExtractor(allow_domains=sorted({url.split("/")[2] for url in task["starts"]}))

    def parse(self, response):
        global count
        count += 1
        for link in self.links.extract_links(response):
            yield response.follow(link.url, callback=self.parse)


logging.disable(logging.CRITICAL)
began = time.monotonic()
process = CrawlerProcess(
    {
        "LOG_ENABLED": False,
        "ROBOTSTXT_OBEY": False,
        "CONCURRENT_REQUESTS": 32,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
        "TELNETCONSOLE_ENABLED": False,
        "DEPTH_LIMIT": 0,
    }
)
process.crawl(Spider)
process.start()
usage = resource.getrusage(resource.RUSAGE_SELF)
print(
    json.dumps(
        {
            "pages": count,
            "ms": (time.monotonic() - began) * 1000,
            "cpuMs": (usage.ru_utime + usage.ru_stime) * 1000,
            "peakMb": usage.ru_maxrss / 1024,
        }
    )
)
